import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** The same grammar as remark has it: it tries everything everywhere, and knows of no Arabic. */
export const patient = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .use(keepContainersOnly)
  .freeze();

/** The same without the second pass over all text, for addresses that the tokenizer has not seen. */
export const tokenized = patient().use(dropTransforms).freeze();

/** Of the directives only blocks; the texts here name no other. */
function keepContainersOnly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const directives = extension.flow?.[58];
    return Array.isArray(directives) ? { flow: { 58: directives.slice(0, 1) } } : extension;
  });
}

function dropTransforms(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}
