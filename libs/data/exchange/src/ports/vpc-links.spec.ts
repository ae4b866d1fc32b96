import { describe, expect, it } from 'vitest';
import { LinkBook } from './vpc-links.js';

describe('LinkBook', () => {
  it.each(['', 'localhost', 'ftp://a', 'http://', 'http://a/path', 'http://user@a', 'http://a:port', 'http://a:123456'])('%j is no target', target => {
    expect(() => new LinkBook().set('p', 'l', target)).toThrow('is no origin');
  });

  it.each([['http://10.0.0.5:8080', { isSecure: false, host: '10.0.0.5', port: 8080 }], ['https://nlb.internal', { isSecure: true, host: 'nlb.internal', port: 443 }], ['http://[::1]:9/', { isSecure: false, host: '::1', port: 9 }]])('%s is one', (text, target) => {
    const book = new LinkBook();
    book.set('p', 'l', text);
    expect(book.find('l')).toEqual(target);
  });

  it('tells a link without a target from one that nobody knows, and forgets what is dropped', () => {
    const book = new LinkBook();
    book.set('p', 'l', null);
    expect([book.find('l'), book.find('other')]).toEqual([null, undefined]);
    book.drop('p');
    expect(book.find('l')).toBeUndefined();
  });
});
