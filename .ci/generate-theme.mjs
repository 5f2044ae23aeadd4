// Writes docs/theme.md and docs/theme.schema.json: every theme token, as src/theme/theme-table.ts has it. Needs `npm run build`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { describeTokens, makeThemeSchema } from '../dist/theme/theme-reference.js';

const docs = new URL('../docs/', import.meta.url);
mkdirSync(docs, { recursive: true });
writeFileSync(new URL('theme.md', docs), describeTokens());
writeFileSync(new URL('theme.schema.json', docs), makeThemeSchema());
