/** `import()` of a package by its name. In the bundled program the launcher's own, which is handed in. */
export const importModule = (name: string): Promise<unknown> => import(name);
