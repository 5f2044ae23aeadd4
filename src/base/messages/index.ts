import { attachmentMessages } from './attachment.ts';
import { bookMessages } from './book.ts';
import { bookIndexMessages } from './book-index.ts';
import { chartMessages } from './chart.ts';
import { citeMessages } from './cite.ts';
import { cliMessages } from './cli.ts';
import { docxMessages } from './docx.ts';
import { epubMessages } from './epub.ts';
import { fontMessages } from './font.ts';
import { imposeMessages } from './impose.ts';
import { mailMessages } from './mail.ts';
import type { Message } from './message.ts';
import { pageMessages } from './page.ts';
import { paintMessages } from './paint.ts';
import { parseMessages } from './parse.ts';
import { projectMessages } from './project.ts';
import { proofMessages } from './proof.ts';
import { requestMessages } from './request.ts';
import { resolveMessages } from './resolve.ts';
import { styleMessages } from './style.ts';
import { templateMessages } from './template.ts';

/** Every diagnostic there is, by rule id: one table a stage. */
export const messages = {
  ...attachmentMessages,
  ...bookIndexMessages,
  ...chartMessages,
  ...citeMessages,
  ...bookMessages,
  ...cliMessages,
  ...docxMessages,
  ...epubMessages,
  ...fontMessages,
  ...imposeMessages,
  ...mailMessages,
  ...pageMessages,
  ...paintMessages,
  ...parseMessages,
  ...projectMessages,
  ...proofMessages,
  ...requestMessages,
  ...resolveMessages,
  ...styleMessages,
  ...templateMessages,
} as const satisfies Record<string, Message>;

export type MessageId = keyof typeof messages;
