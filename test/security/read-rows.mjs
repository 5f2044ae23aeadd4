/**
 * The rows of the table of promises, and the tests that each names as `[file](../test/…) “what its title says”`.
 *
 * @param {string} text docs/security.md
 * @returns {{ id: string, isOpen: boolean, tests: { file: string, name: string }[] }[]}
 */
export function readRows(text) {
  return text
    .split('\n')
    .filter((line) => /^\| S\d/.test(line))
    .map((line) => ({
      isOpen: line.includes('**open**'),
      id: /^\| (S\d+b?)/.exec(line)?.[1] ?? '',
      tests: Array.from(line.matchAll(/\]\(\.\.\/(test\/[^)]+)\) “([^”]+)”/g), ([, file, name]) => ({
        file: file ?? '',
        name: name ?? '',
      })),
    }));
}
