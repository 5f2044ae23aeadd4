import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import { type World, WorldError } from '../base/world.ts';
import { type Layer, readSettings } from './read-settings.ts';
import { reportFault } from './report-fault.ts';
import { readYamlEntries } from './yaml-entries.ts';

/** A file that says nothing. */
export const noLayer: Layer = { origins: {}, places: {}, values: {} };

/** The settings of a file of YAML; what cannot be read is reported and says nothing. */
export function readLayer(path: string, world: World, sink: Sink): Layer {
  const text = readTextOrReport(path, null, world, sink);
  return text === null
    ? noLayer
    : readSettings(readYamlEntries({ file: path, text, firstLine: 1 }, sink), sink);
}

/** Null after a report. @param origin where the file is asked for; null = on the command line */
export function readTextOrReport(
  path: string,
  origin: Origin | null,
  world: World,
  sink: Sink,
): string | null {
  try {
    return world.readText(path);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    reportFault(error, origin, sink);
    return null;
  }
}
