import { describe, expect, it } from 'vitest';
import { ContentCache } from '../../src/base/content-cache.ts';

/** Files of 100 bytes each, told apart by their last. */
const file = (last: number) => Uint8Array.from({ length: 100 }, (_, at) => (at === 99 ? last : 0));

describe('what is kept by content', () => {
  it('is found again by equal bytes, whoever holds them', () => {
    const cache = new ContentCache<object>(1000);
    const make = () => ({});
    expect(cache.get('a', file(1), make)).toBe(cache.get('a', file(1), make));
    expect(cache.get('a', file(1), make)).not.toBe(cache.get('a', file(2), make));
    expect(cache.get('a', file(1), make)).not.toBe(cache.get('b', file(1), make));
  });

  it('does not change with the bytes that were given', () => {
    const cache = new ContentCache<Uint8Array>(1000);
    const bytes = file(1);
    const made = cache.get('a', bytes, (own) => own);
    bytes[99] = 2;
    expect(made).toEqual(file(1));
    expect(cache.get('a', bytes, (own) => own)).toEqual(file(2));
  });

  it('tells files apart that begin alike', () => {
    const cache = new ContentCache<number>(10_000);
    const long = (last: number) => Uint8Array.from({ length: 2000 }, (_, at) => (at === 1999 ? last : 7));
    expect(cache.get('a', long(1), (own) => own[1999]!)).toBe(1);
    expect(cache.get('a', long(2), (own) => own[1999]!)).toBe(2);
    expect(cache.get('a', long(1), (own) => own[1999]!)).toBe(1);
  });

  it('lets go what was not asked for the longest', () => {
    const cache = new ContentCache<object>(250);
    const named = (name: string) => cache.get(name, file(0), () => ({}));
    const [a, b] = [named('a'), named('b')];
    expect(named('a')).toBe(a);
    const c = named('c');
    expect(named('a')).toBe(a);
    expect(named('c')).toBe(c);
    expect(named('b')).not.toBe(b);
  });

  it('keeps nothing where making fails', () => {
    const cache = new ContentCache<number>(1000);
    const fail = () => {
      throw new RangeError('no font');
    };
    expect(() => cache.get('a', file(1), fail)).toThrow(RangeError);
    expect(cache.get('a', file(1), () => 5)).toBe(5);
  });
});
