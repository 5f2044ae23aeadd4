import { importModule } from './import-module.ts';

/** An optional package of the user's, or null where it is not installed. */
export async function loadPeer<T>(name: string): Promise<T | null> {
  try {
    return (await importModule(name)) as T;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing) throw error;
    return null;
  }
}
