import { describe, expect, test } from 'vitest';
import { parse, rulesOf, textOf } from './read-tree.ts';

const shown = (text: string) => {
  const { root, sink } = parse(text);
  return { words: textOf(root).replaceAll(/[\u2066\u2069]/g, ''), told: rulesOf(sink) };
};

describe('a link that says another host than it leads to', () => {
  test.each([
    ['[www.bank.example.com](https://other.example/login)', 'other.example'],
    ['[https://bank.example.org/x](http://other.example)', 'other.example'],
    ['[bank.example.com](https://bank.example.com.other.example)', 'bank.example.com.other.example'],
    ['زوروا [موقع الوزارة mof.gov.sa](https://mof-gov.example/)', 'mof-gov.example'],
    ['[البنك](https://bank.example.com@other.example/x)', 'other.example'],
    ['[البنك](https://bank:2024@other.example)', 'other.example'],
    ['[info@ministry.gov.sa](mailto:info@other.example)', 'other.example'],
    ['[www.مثال.إختبار](https://other.example)', 'other.example'],
    ['[www.example.com](https://مثال.إختبار/س)', 'مثال.إختبار'],
    ['<a href="https://other.example">www.example.com</a>', 'other.example'],
    ['[**www.**`example.com`](https://other.example)', 'other.example'],
    ['[www.example.com][1]\n\n[1]: https://other.example', 'other.example'],
  ])('shows it, and warns: %s', (text, host) => {
    const { words, told } = shown(text);
    expect(words).toContain(`(${host})`);
    expect(told).toEqual([expect.stringMatching(/^link-other-host /)]);
  });

  test.each([
    'https://example.com/a?b=c@d',
    '<https://example.com>',
    '[example.org](https://www.example.org/a)',
    '[docs.example.com](https://example.com/docs)',
    '[www.example.com](https://docs.example.com)',
    '[مثال.إختبار](https://xn--mgbh0fb.xn--kgbechtv/)',
    '[www.مثال.إختبار/س](https://www.مثال.إختبار/س)',
    'https://example.com)،',
    '[مقدمة في ASP.NET Core](https://videos.example) و[VB.NET](https://videos.example)',
    '[README.md](https://github.example/x/y)',
    '[Node.js](https://nodejs.example) و[socket.io](https://github.example/socketio)',
    '[info@example.org](mailto:info@example.org?subject=س)',
    '[الإصدار 2.0.com.1](https://example.org)',
    '[القرار ١٢.٤](https://example.org/@user/12)',
    '[خريطة](https://maps.example/@24.7,46.6,12z)',
  ])('is not one of these: %s', (text) => {
    expect(shown(text).told).toEqual([]);
    expect(shown(text).words).not.toContain(' (');
  });
});
