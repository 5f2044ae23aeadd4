import { concatenate } from '../../src/base/byte-parts.ts';
import { BuildStopped, type Diagnostic, Sink } from '../../src/base/diagnostic.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { formatOrigin } from '../../src/base/origin.ts';
import { compile, type Products } from '../../src/compile.ts';
import { type CompleteRequest, makeRequest } from '../../src/project/request.ts';

/** What one drive along the whole road left behind. */
export interface Drive {
  readonly diagnostics: readonly Diagnostic[];
  readonly bytes: Uint8Array | null;
  /** What the stages yielded; those after a stop are absent. */
  readonly products: Partial<Products>;
}

/** Compiles files of a folder on the real disk, by the road itself. */
export async function drive(
  root: string,
  files: readonly string[],
  asked: Partial<CompleteRequest> = {},
): Promise<Drive> {
  const sink = new Sink();
  const products: { -readonly [S in keyof Products]?: Products[S] } = {};
  const request = makeRequest({ files, ...asked });
  let bytes: Uint8Array | null = null;
  try {
    const compiled = await compile(request, openNodeWorld(root), sink, {
      onProduct: (name, product) => {
        products[name] = product;
      },
    });
    bytes = compiled && concatenate(compiled.bytes);
  } catch (error) {
    if (!(error instanceof BuildStopped)) throw error;
  }
  return { diagnostics: sink.diagnostics, bytes, products };
}

/** `rule file:line:column` for every place, sorted: what diagnostics.txt holds. */
export function listDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .flatMap(({ rule, places }) =>
      places.length === 0 ? [rule] : places.map((place) => `${rule} ${formatOrigin(place)}`),
    )
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}
