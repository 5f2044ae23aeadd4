/// <reference types="handlebars" />
/**
 * Handlebars' own parser without its compiler (9 ms to load against 40 for the whole, and nothing that
 * makes code from text). The published types cover the package's front door only.
 */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  /** @throws Error whose message begins `Parse error on line N:` or ends ` - line:column` */
  export function parse(input: string): hbs.AST.Program;
}
