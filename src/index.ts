/** The library: the road, the world it is given, and the types a caller meets. Re-exports only. */
export { type Diagnostic, type Severity, Sink, type Wording } from './base/diagnostic.ts';
export { openMemoryWorld } from './base/memory-world.ts';
export { openNodeWorld } from './base/node-world.ts';
export { formatOrigin, type Origin } from './base/origin.ts';
export { type World, WorldError } from './base/world.ts';
export { type Compiled, type CompileHooks, compile, type Products } from './compile.ts';
export type { Page } from './page/page.ts';
export type { Request } from './project/project.ts';
