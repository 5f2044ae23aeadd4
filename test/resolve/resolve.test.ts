import { describe, expect, test } from 'vitest';
import { dumpResolved } from '../../src/resolve/dump-resolved.ts';
import { type StyleRequest, styleText } from '../style/style-text.ts';

const meaningOf = (markdown: string, request: StyleRequest = {}) =>
  dumpResolved(styleText(markdown, request).resolved).split('\n');

describe('what a document means', () => {
  test('of words that are marked, whatever they look like', () => {
    const text = 'نص **قوي** و*مائل* و~~محذوف~~ و`code` و==معلّم== وx^n^ و:span[mot]{lang=fr}.';
    const meant = [
      'paragraph styleName=body tagTarget=P | نص {strong قوي} و{emphasis مائل} و{deleted محذوف} و{code code} و{mark معلّم} وx{raised n} و{fr ltr mot}.',
    ];
    expect(meaningOf(text)).toEqual(meant);
    const theme = {
      text: { strong: 400, emphasis: 'weight', family: 'Vazirmatn' },
      roles: { body: { color: 'accent', weight: 700, size: '30pt' } },
    };
    expect(meaningOf(text, { theme })).toEqual(meant);
  });

  test('of headings: a number, a rank, a place in contents and outline', () => {
    const meant = meaningOf('## باب\n\n### فصل\n\n## خاتمة\n', {
      theme: { heading: { numbering: 'decimal' } },
    });
    expect(meant.filter((line) => line.includes('place:')).map((line) => line.trim())).toEqual([
      'place: id=باب rank=1 listed=true depth=1 number=١ title=\u2066١\u2069 باب',
      'place: id=فصل rank=2 listed=true depth=2 number=١.١ title=\u2066١.١\u2069 فصل',
      'place: id=خاتمة rank=1 listed=true depth=1 title=خاتمة',
    ]);
  });

  test('of notes: numbered as they are called, printed where they are called first', () => {
    const [paragraph] = meaningOf('أ[^ب] ثم[^ج] ثم[^ب].\n\n[^ج]: ثانية\n[^ب]: أولى\n');
    expect(paragraph).toBe(
      'paragraph styleName=body tagTarget=P | أ{call ١: paragraph styleName=note tagTarget=P | أولى} ثم{call ٢: paragraph styleName=note tagTarget=P | ثانية} ثم{call ١}.',
    );
  });

  test('of links: where they lead', () => {
    expect(
      meaningOf('## باب\n\n[هنا](#%D8%A8%D8%A7%D8%A8) و[هناك](https://example.org/)').join(' '),
    ).toContain('| {link #باب هنا} و{link https://example.org/ هناك}');
  });

  test('of tables: what heads what, and which columns are numbers', () => {
    const meant = meaningOf('| البلد | السكان |\n|---|--:|\n| مصر | 1,234.5 |\n| عُمان | — |\n');
    expect(meant.map((line) => line.trim())).toEqual([
      'table tagTarget=Table',
      'columns: align=start',
      'columns: align=end numeric=true',
      'header: tagTarget=TR',
      'cells: scope=Column styleName=cell-header tagTarget=TH | البلد',
      'cells: scope=Column styleName=cell-header tagTarget=TH | السكان',
      'rows: tagTarget=TR',
      'cells: scope=Row styleName=cell tagTarget=TH | مصر',
      'cells: alignAt=5 styleName=cell tagTarget=TD | 1,234.5',
      'rows: tagTarget=TR',
      'cells: scope=Row styleName=cell tagTarget=TH | عُمان',
      'cells: alignAt=1 styleName=cell tagTarget=TD | —',
    ]);
  });

  test('of charts: series of numbers in whatever digits', () => {
    const meant = meaningOf(
      ':::chart[نمو]{unit=طن}\n| س | ع |\n|---|---|\n| أ | ١٬٢٠٠ |\n| ب | ٣٫٥ |\n:::\n',
    );
    expect(
      meant.filter((line) => line.includes('value=')).map((line) => /value=\S+/.exec(line)?.[0]),
    ).toEqual(['value=1200', 'value=3.5']);
    expect(meant[0]).toBe('chart tagTarget=Table unit=طن');
  });

  test('of lists: each item with its number, tasks with whether they are done', () => {
    const meant = meaningOf('3. ثالث\n4. رابع\n   - [x] تمت\n   - [ ] لم تتم\n');
    expect(meant.filter((line) => line.includes('marker:')).map((line) => line.trim())).toEqual([
      'marker: label text=٣.',
      'marker: label text=٤.',
      'marker: task done=true',
      'marker: task',
    ]);
  });

  test('does not depend on paper', () => {
    const text = '# عنوان\n\n:::timeline\n- **1990** حدث\n:::\n\n:::verse\nقفا ... نبك\n:::\n';
    expect(meaningOf(text, { theme: { page: { size: 'A3' } } })).toEqual(
      meaningOf(text, { theme: { page: { size: 'A6' } } }),
    );
  });
});
