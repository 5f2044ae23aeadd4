import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { readLibrary } from '../../src/cite/library.ts';
import { plainOf, type Reference } from '../../src/cite/reference.ts';

function read(text: string, path = 'refs.bib') {
  const sink = new Sink();
  const library = readLibrary([{ path, text }], sink);
  const said = sink.diagnostics.map(({ rule, origin }) => `${rule} ${origin?.line}:${origin?.column}`);
  return { library, said, all: [...library.all()], get: (key: string) => library.find(key)! };
}

const names = ({ authors }: Reference) => authors.names.map(({ family, given }) => `${family}|${given}`);

describe('exports of programs', () => {
  test('Zotero: BibLaTeX with braces that keep capitals, langid, a file and a date', () => {
    const { get, said } = read(`
@book{aljabriTakwinAlaqlAlarabi2006,
  title = {تكوين العقل العربي},
  author = {{الجابري}, محمد عابد},
  date = {2006-03},
  edition = {9},
  publisher = {{مركز دراسات الوحدة العربية}},
  location = {بيروت},
  langid = {arabic},
  file = {/home/x/Zotero/a.pdf:application/pdf}
}

@article{mullerArabicScript2015,
  title = {The {{Arabic}} Script: {{Letters}} \\& Marks},
  author = {Müller, Jérôme and {van der Berg}, Anna},
  date = {2015/2016},
  journaltitle = {Journal of {{Semitic}} Studies},
  volume = {60}, number = {2}, pages = {301--325},
  doi = {10.1093/jss/fgv003}
}`);
    expect(said).toEqual([]);
    const book = get('aljabriTakwinAlaqlAlarabi2006');
    expect(names(book)).toEqual(['الجابري|محمد عابد']);
    expect([book.year, book.edition, book.place, book.publisher, book.lang]).toEqual([
      '2006',
      '9',
      'بيروت',
      'مركز دراسات الوحدة العربية',
      'ar',
    ]);
    const article = get('mullerArabicScript2015');
    expect(plainOf(article.title)).toBe('The Arabic Script: Letters & Marks');
    expect(names(article)).toEqual(['Müller|Jérôme', 'van der Berg|Anna']);
    expect([article.year, article.pages, plainOf(article.container)]).toEqual([
      '2015–2016',
      '301–325',
      'Journal of Semitic Studies',
    ]);
  });

  test('Mendeley: doubled braces, accents of LaTeX, a month macro', () => {
    const { get, said } = read(
      `@article{Goitein1963,
author = {Goitein, Shlomo Dov and al-{\\d{T}}abar{\\=\\i}, Mu{\\d h}ammad and Nu{\\~n}ez, Jos{\\'{e}} and {\\O}rsted, H.C.},
title = {{Letters {\\textit{and}} documents {\\textendash} a \`\`survey''}},
journal = {Islamic Culture}, month = jul, year = {1963}, volume = {37}, number = {3}, pages = {188-205},
url = {https://example.org/a\\_b?x=1\\&y=2}
}`,
    );
    expect(said).toEqual([]);
    const entry = get('Goitein1963');
    expect(names(entry)).toEqual(['Goitein|Shlomo Dov', 'al-Ṭabarī|Muḥammad', 'Nuñez|José', 'Ørsted|H.C.']);
    expect(entry.title).toEqual([
      { text: 'Letters ', mark: null },
      { text: 'and', mark: 'emphasis' },
      { text: ' documents – a “survey”', mark: null },
    ]);
    expect([entry.date, entry.pages, entry.url]).toEqual([
      '1963-07',
      '188–205',
      'https://example.org/a_b?x=1&y=2',
    ]);
  });

  test('Google Scholar: no space, given names first, Arabic digits, `and others`', () => {
    const { get, said } = read(
      '@book{ابن2005المقدمة, title={المقدمة}, author={ابن خلدون, عبد الرحمن and others}, year={٢٠٠٥}, publisher={بيت الفنون}}\n' +
        '@article{said1978, title={A}, author={Edward W. Said and Ludwig van Beethoven}, journal={B}, year={1978}}\n' +
        '@book{x, author={محمد عبد الله دراز and صلاح الدين المنجد and أحمد بن حنبل}, title={ك}, year={1398هـ}}',
    );
    expect(said).toEqual([]);
    const first = get('ابن2005المقدمة');
    expect([names(first), first.authors.hasOthers, first.year]).toEqual([
      ['ابن خلدون|عبد الرحمن'],
      true,
      '2005',
    ]);
    expect(names(get('said1978'))).toEqual(['Said|Edward W.', 'van Beethoven|Ludwig']);
    expect(names(get('x'))).toEqual(['دراز|محمد عبد الله', 'المنجد|صلاح الدين', 'بن حنبل|أحمد']);
    expect([get('x').hijri, get('x').year]).toEqual(['1398', '']);
  });

  test('written by hand: strings, joined values, quotation marks, parentheses, crossref, comments', () => {
    const { get, said } = read(`% a comment
@comment{not, an = {entry}}
@string{ caus = "مركز دراسات " # "الوحدة العربية" }
@book(whole, title = "كتاب {الجامع}", editor = {خوري, فيليب}, publisher = caus, year = 1996, address="بيروت")
@incollection{part, author={حوراني, ألبرت}, title={فصل}, crossref={Whole}, pages={11 -- 40}}
@misc{page, title={صفحة}, howpublished={\\url{https://example.org/~x}}}
@phdthesis{t, author={أمين, سمير}, title={ر}, school={جامعة باريس}, year=1957}`);
    expect(said).toEqual([]);
    const part = get('part');
    expect([plainOf(part.container), part.publisher, part.year, part.pages, part.place]).toEqual([
      'كتاب الجامع',
      'مركز دراسات الوحدة العربية',
      '1996',
      '11–40',
      'بيروت',
    ]);
    expect(part.editors.names.map(({ family }) => family)).toEqual(['خوري']);
    expect([get('page').kind, get('page').url, get('t').kind]).toEqual([
      'online',
      'https://example.org/~x',
      'thesis',
    ]);
  });
});

describe('a file that is broken', () => {
  test('in the middle: what can be read is read, and each place is told', () => {
    const { said, all, get } = read(`@book{one, title={أول}, author={أ, ب}, year=2001}

@book{two,
  author = {ثان, فلان},
  title = {كتاب مكسور,
  year = 2002,
  publisher = {دار}
}

@book{three, title={ثالث}, author={ج, د}, year=2003}
@book{, title={بلا مفتاح}}
@book{four, title={رابع} ?? year=2004, publisher={دار}}
@book{six, title={سادس, year=2006, author={ه, و}}

@book{five, title={خامس}`);
    expect(said).toEqual([
      'bibtex-unclosed 5:3',
      'bibtex-keyless 11:1',
      'bibtex-broken 12:26',
      'bibtex-unclosed 13:12',
      'bibtex-broken 15:25',
    ]);
    expect(all.map(({ key }) => key)).toEqual(['one', 'two', 'three', 'four', 'six', 'five']);
    expect([plainOf(get('two').title), get('two').year, get('two').publisher]).toEqual([
      'كتاب مكسور',
      '2002',
      'دار',
    ]);
    expect([plainOf(get('six').title), get('six').year, names(get('six'))]).toEqual([
      'سادس',
      '2006',
      ['ه|و'],
    ]);
    expect(plainOf(get('five').title)).toBe('خامس');
  });

  test('keys given twice, macros and commands that nobody knows, a parent that is not there', () => {
    const { said, get } = read(
      '@book{a, title={أول}, month=foo, publisher=bar}\n@book{a, title={ثان}}\n@book{b, title={\\zzz{س} ص}, crossref={none}}',
    );
    expect(said).toEqual([
      'bibtex-macro 1:29',
      'bibtex-macro 1:44',
      'bibliography-parent 3:1',
      'bibtex-command 3:1',
      'bibliography-twice 2:1',
    ]);
    expect([plainOf(get('a').title), get('a').publisher, plainOf(get('b').title)]).toEqual([
      'أول',
      'bar',
      'س ص',
    ]);
  });

  test('takes no longer than it is long, however it is broken', () => {
    const line = '@book{a, title={';
    const hostile = [
      line.repeat(40_000),
      `@book{a,\n${'a={\n'.repeat(100_000)}`,
      `@book{a, title={${'{'.repeat(400_000)}`,
      `@book{a, title={${'\\textit{'.repeat(50_000)}`,
      `\n${'@'.repeat(400_000)}`,
      `@book{a, author={${'x and '.repeat(100_000)}}}`,
    ];
    const before = process.cpuUsage().user;
    for (const text of hostile) read(text);
    expect(process.cpuUsage().user - before).toBeLessThan(10e6);
  });

  test('neither BibTeX nor JSON, and nothing at all', () => {
    expect(read('just words').said).toEqual(['bibliography-format 1:1']);
    expect(read(' \n').said).toEqual(['bibliography-empty 1:1']);
    expect(read('[]', 'refs.json').said).toEqual(['bibliography-empty 1:1']);
  });
});

describe('CSL-JSON', () => {
  const item = (id: string, title: string) =>
    `  {\n    "id": "${id}",\n    "type": "book",\n    "title": "${title}",\n    "author": [{"family": "الجابري", "given": "محمد عابد"}],\n    "issued": {"date-parts": [["2006", 5]]},\n    "publisher-place": "بيروت"\n  }`;

  test('as Zotero writes it', () => {
    const { get, said } = read(
      `[\n${item('a', 'تكوين <i>العقل</i> &amp; غيره')},\n${item('b', 'ب')}\n]`,
      'refs.json',
    );
    expect(said).toEqual([]);
    expect(get('a').title.map(({ text, mark }) => `${mark ?? ''}:${text}`)).toEqual([
      ':تكوين ',
      'emphasis:العقل',
      ': & غيره',
    ]);
    expect([get('a').year, get('a').date, get('a').place, names(get('a'))]).toEqual([
      '2006',
      '2006-05',
      'بيروت',
      ['الجابري|محمد عابد'],
    ]);
    expect(get('b').origin).toEqual({ file: 'refs.json', line: 10, column: 3 });
  });

  test('broken in the middle: the other items are kept', () => {
    const broken = item('b', 'ب').replace('"بيروت"\n  }', '"بيروت');
    const { all, said } = read(
      `[\n${item('a', 'أ')},\n${broken},\n${item('c', 'ج')},\n{"title": "بلا هوية"},\n{"id": "e", "title": }\n]`,
      'refs.json',
    );
    expect(all.map(({ key }) => key)).toEqual(['a', 'c']);
    expect(said).toEqual(['csl-broken 10:3', 'csl-item 25:1', 'csl-broken 26:1']);
  });
});
