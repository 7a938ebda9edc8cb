import { describe, expect, it } from 'vitest';
import { html } from './markup.js';

describe('markup', () => {
  it('escapes every value, in text and in attributes', () => {
    const evil = `"><script>alert('x')</script>&`;
    expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('keeps markup that is markup already, and lists of it', () => {
    expect(html`<ul>${['a<b', 'c'].map((item) => html`<li>${item}</li>`)}</ul>`.text).toBe(
      '<ul><li>a&lt;b</li><li>c</li></ul>',
    );
  });

  it('writes nothing for nothing', () => {
    expect(html`${null}${undefined}${false}${0}`.text).toBe('0');
  });

  it('takes away what would turn the writing round or end the page', () => {
    expect(html`${'a\u202eb\u0000c\nd'}`.text).toBe('a\ufffdb\ufffdc\nd');
  });
});
