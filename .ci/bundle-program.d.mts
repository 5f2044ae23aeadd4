export function bundleProgram(host: string, run: string, outfile: string): Promise<void>;
