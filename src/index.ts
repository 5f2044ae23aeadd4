/** The library: `compile`, the worlds it reads from, and the types that a caller meets. */
export type { Diagnostic, Place, Severity, Wording } from './base/diagnostic.ts';
export { type MemoryFiles, type MemoryWorld, openMemoryWorld } from './base/memory-world.ts';
export { openNodeWorld } from './base/node-world.ts';
export { formatOrigin, type Origin } from './base/origin.ts';
export { type World, WorldError, type WorldFault } from './base/world.ts';
export type { Hooks } from './hooks.ts';
export { compile } from './library.ts';
export type { Format } from './project/format.ts';
export type { Profile } from './project/profile.ts';
export type { EnvelopeRequest, Request } from './request.ts';
export type { Built, NotBuilt, Result } from './result.ts';
export { openSession, type Session } from './session.ts';
