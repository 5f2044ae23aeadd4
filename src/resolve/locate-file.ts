/** The path in the project of what a file names; null where that lies outside it. */
export function locateFile(url: string, file: string): string | null {
  return resolvePath(file, decodeUrl(url));
}

/** A stray % stays as it is. */
function decodeUrl(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch (error) {
      if (error instanceof URIError) return escapes;
      throw error;
    }
  });
}

/** `path` as seen from the folder of `file`, relative to the project; null where it leaves the project. */
function resolvePath(file: string, path: string): string | null {
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path === '') return null;
  const parts = file.split('/').slice(0, -1);
  for (const part of path.split(/[/\\]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}
