import type { RootContent } from 'mdast';
import type { MessageValues } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';
import type { Settings } from '../project/settings.ts';
import type { TemplateValue } from './template-value.ts';

/** A function templates may call. The list is closed: helper-table.ts, one file each in helpers/. */
export interface Helper {
  /** As shown when it is called wrongly. */
  readonly usage: string;
  /** Fewest and most positional arguments. */
  readonly least: number;
  readonly most: number;
  /** @throws TemplateFault */
  run(call: HelperCall): TemplateValue;
}

interface HelperCall {
  readonly args: readonly TemplateValue[];
  /** `name=value` arguments; no prototype. */
  readonly named: Readonly<Record<string, TemplateValue>>;
  readonly settings: Settings;
  readonly text: TextSlots;
}

/** The text of the document as helpers may place it. */
export interface TextSlots {
  /** All of it but the sections a template has placed elsewhere. */
  readonly takeContent: () => readonly RootContent[];
  /** The containers of this name at the top level, taken out of the content; [] where there are none. */
  takeSection(name: string): readonly RootContent[];
  hasSection(name: string): boolean;
  /** A piece of front or back matter, taken out of the content. */
  takeMatter(slot: number): readonly RootContent[];
}

/** Says what is wrong with a value; the evaluator adds the place and goes on without it. */
export class TemplateFault extends Error {
  readonly rule: MessageId;
  readonly values: MessageValues;
  constructor(rule: MessageId, values: MessageValues) {
    super(rule);
    this.rule = rule;
    this.values = values;
  }
}
