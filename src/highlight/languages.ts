/** What people call languages by, and highlight.js does not call its files: its own aliases are known only when a file is read. */
const ALIASES: Readonly<Record<string, string>> = {
  asm: 'x86asm',
  'c#': 'csharp',
  'c++': 'cpp',
  cc: 'cpp',
  cjs: 'javascript',
  cmd: 'dos',
  bat: 'dos',
  console: 'shell',
  cs: 'csharp',
  docker: 'dockerfile',
  ex: 'elixir',
  exs: 'elixir',
  'f#': 'fsharp',
  fs: 'fsharp',
  golang: 'go',
  gql: 'graphql',
  h: 'c',
  hpp: 'cpp',
  hs: 'haskell',
  htm: 'xml',
  html: 'xml',
  jl: 'julia',
  js: 'javascript',
  json5: 'json',
  jsonc: 'json',
  jsonl: 'json',
  jsx: 'javascript',
  kt: 'kotlin',
  kts: 'kotlin',
  make: 'makefile',
  mk: 'makefile',
  mjs: 'javascript',
  mysql: 'sql',
  'objective-c': 'objectivec',
  objc: 'objectivec',
  patch: 'diff',
  pl: 'perl',
  plist: 'xml',
  postgres: 'pgsql',
  postgresql: 'pgsql',
  ps: 'powershell',
  ps1: 'powershell',
  pwsh: 'powershell',
  py: 'python',
  pycon: 'python-repl',
  rb: 'ruby',
  rs: 'rust',
  sass: 'scss',
  sh: 'bash',
  'shell-session': 'shell',
  shellsession: 'shell',
  svg: 'xml',
  tex: 'latex',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  vb: 'vbnet',
  vue: 'xml',
  xhtml: 'xml',
  xsl: 'xml',
  yml: 'yaml',
  zsh: 'bash',
};

/** Languages within which pieces of others stand, that are then coloured too. */
const INNER: Readonly<Record<string, readonly string[]>> = {
  xml: ['css', 'javascript'],
  php: ['xml', 'css', 'javascript'],
  markdown: ['xml'],
  shell: ['bash'],
  'python-repl': ['python'],
  dockerfile: ['bash'],
};

/** The name of a file of highlight.js, which need not be there; null where no file has such a name. */
export function fileOf(language: string): string | null {
  const name = language.toLowerCase();
  const file = Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name;
  return /^[a-z0-9][a-z0-9-]{0,40}$/.test(file) ? file : null;
}

export const innerOf = (file: string): readonly string[] => (Object.hasOwn(INNER, file) ? INNER[file]! : []);
