/**
 * Thirty attacks in harmless forms: nothing here upsets a program, it only asks for what it should not be given. `md` is for
 * Warraq and pandoc, `typ` the nearest that Typst has; null where it has no such door, undefined where it is not tried: what would slip past a
 * check of another program, or have it wait, stays here a matter between Warraq and its own guard.
 *
 * @typedef {'own' | 'secret' | 'hit' | 'script' | 'link' | 'side' | 'control' | 'place' | 'waits' | 'source' | 'active'} Harm
 * @typedef {{ name: string, harm: Harm, md: string, typ?: string | null }} Attack
 */

/** What stands in files that no document may have, and in no other. */
export const CANARY = 'CANARY7f3a9c';

/** @param {string} folder outside the project @param {number} port of a server that nobody may ask @returns {readonly Attack[]} */
export function attacksOn(folder, port) {
  const web = `http://127.0.0.1:${port}`;
  const picture = (/** @type {string} */ path) => ({ md: `![x](${path})`, typ: `#image("${path}")` });
  const link = (/** @type {string} */ to) => ({ md: `[words](${to})`, typ: `#link("${to}")[words]` });
  return [
    { name: '(none: a picture of the project itself)', harm: 'own', ...picture('own.png') },
    { name: 'picture `../secret.png`', harm: 'secret', ...picture('../secret.png') },
    { name: 'picture by an absolute path', harm: 'secret', ...picture(`${folder}/secret.png`) },
    { name: 'picture by `file:`', harm: 'secret', ...picture(`file://${folder}/secret.png`) },
    { name: 'picture by a percent-encoded `../`', harm: 'secret', ...picture('%2e%2e/secret.png') },
    { name: 'picture by a link out of the project', harm: 'secret', md: '![x](linked.png)' },
    { name: 'hidden picture of the project (`.keys/k.png`)', harm: 'secret', ...picture('.keys/k.png') },
    {
      name: 'text outside, attached or read',
      harm: 'secret',
      md: '---\nattachments: [../secret.txt]\n---\nx',
      typ: '#read("../secret.txt")',
    },
    {
      name: 'hidden text of the project, attached or read',
      harm: 'secret',
      md: '---\nattachments: [.env]\n---\nx',
      typ: '#read(".env")',
    },
    {
      name: 'text by a link out of the project, attached or read',
      harm: 'secret',
      md: '---\nattachments: [linked.txt]\n---\nx',
    },
    {
      name: '`/proc/self/environ`, attached or read',
      harm: 'secret',
      md: '---\nattachments: [/proc/self/environ]\n---\nx',
      typ: '#read("/proc/self/environ")',
    },
    { name: 'a pipe as picture', harm: 'waits', md: '![x](pipe.png)' },
    { name: 'picture on the network', harm: 'hit', ...picture(`${web}/a.png`) },
    { name: 'picture on the network without a scheme', harm: 'hit', ...picture(`//127.0.0.1:${port}/a.png`) },
    { name: 'frame on the network', harm: 'hit', md: `<iframe src="${web}/a"></iframe>`, typ: null },
    {
      name: 'style sheet on the network',
      harm: 'hit',
      md: `<link rel="stylesheet" href="${web}/a.css">`,
      typ: null,
    },
    { name: 'SVG with a file outside in it', harm: 'secret', ...picture('outside.svg') },
    { name: 'SVG with an external entity', harm: 'secret', ...picture('entity.svg') },
    { name: 'SVG that asks the network', harm: 'hit', ...picture('web.svg') },
    { name: 'SVG with a script', harm: 'script', ...picture('script.svg') },
    { name: 'HTML with a script', harm: 'script', md: `<script>${CANARY}()</script>\n\nx`, typ: null },
    { name: 'HTML with a handler', harm: 'script', md: `<p onclick="${CANARY}()">x</p>`, typ: null },
    {
      name: 'front matter in JavaScript',
      harm: 'side',
      md: '---js\nrequire("fs").writeFileSync("side.txt","")\n---\nx',
      typ: null,
    },
    { name: 'link `javascript:`', harm: 'link', ...link('javascript:alert(1)') },
    { name: 'link `data:text/html`', harm: 'link', ...link('data:text/html,x') },
    { name: 'link `file:`', harm: 'link', ...link('file:///etc/hostname') },
    {
      name: 'link whose words name another host',
      harm: 'place',
      md: '[https://bank.example](https://other.example/)',
      typ: '#link("https://other.example/")[https:\\/\\/bank.example]',
    },
    { name: 'RLO in the text', harm: 'control', md: 'abc \u202edef', typ: 'abc \u202edef' },
    {
      name: 'RLO in the title',
      harm: 'control',
      md: '---\ntitle: "abc \u202edef"\n---\nx',
      typ: '#set document(title: "abc \u202edef")\nx',
    },
    {
      name: 'title that ends its string and names JavaScript',
      harm: 'active',
      md: '---\ntitle: ") /OpenAction << /S /JavaScript /JS (x) >>"\n---\nx',
      typ: '#set document(title: ") /OpenAction << /S /JavaScript /JS (x) >>")\nx',
    },
    { name: 'output over its own source, by a link', harm: 'source', md: 'x', typ: 'x' },
  ];
}
