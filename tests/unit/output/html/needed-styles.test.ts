import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withNeededStyles } from '../../../../src/output/html/needed-styles.ts';

const stylesOf = (css: string, body: string): string | undefined =>
  /<style>(.*)<\/style>/s.exec(withNeededStyles(`<head><style>${css}</style></head>${body}`))?.[1];

describe('A page has the rules that something on it can need', () => {
  const kept: [what: string, css: string, body: string][] = [
    ['a rule without a class', 'a{color:red}@media print{nav{display:none}}', ''],
    ['a rule for a class that it has', '.lamp{color:red}', '<p class="x lamp">'],
    ['a rule for two classes that it has', '.lamp .oil{color:red}', '<p class="lamp"><b class="oil">'],
    ['a rule of which one selector can match', '.lamp,.oil{color:red}', '<p class="oil">'],
    ['a rule whose class stands in :is() or :not()', 'p:not(.lamp){color:red}:is(.oil,a){color:blue}', ''],
    ['a class with strange characters', '.sm\\:px-\\[1\\.5rem\\]:hover{color:red}', '<p class="sm:px-[1.5rem]">'],
    ['a class that begins with a digit', '.\\32xl{color:red}', '<p class="2xl">'],
    ['a class that a script gives', '.why{color:red}', '<script type="module">a.className="why"</script>'],
    ['what is no rule', '@property --x{syntax:"*";inherits:false}@layer a,b;', ''],
    ['braces and quotes in a value', '.lamp::before{content:"}.oil{"}', '<p class="lamp">'],
  ];
  for (const [what, css, body] of kept) test(what, () => assert.equal(stylesOf(css, body), css));

  const gone: [what: string, css: string, body: string, rest: string][] = [
    [
      'a rule for a class that it has not',
      '.lamp{color:red}a{color:blue}',
      '<p class="lamps">lamp</p>',
      'a{color:blue}',
    ],
    ['a rule of whose classes one is missing', '.lamp .oil{color:red}', '<p class="lamp">', ''],
    [
      'a rule in a block, and a block that is empty then',
      '@media print{.lamp{color:red}}@layer a{@supports (x:y){.lamp{color:red}}p{margin:0}}',
      '',
      '@layer a{p{margin:0}}',
    ],
    [
      'a rule for a word that stands in data alone',
      '.lamp{color:red}',
      '<script type="application/json">{"lamp":1}</script>',
      '',
    ],
  ];
  for (const [what, css, body, rest] of gone) test(`but not ${what}`, () => assert.equal(stylesOf(css, body), rest));

  test('and nothing else of it changes', () => {
    const html = '<style>.a{b:c}</style><p>$& <style>p{d:e}</style>';
    assert.equal(withNeededStyles(html), '<style></style><p>$& <style>p{d:e}</style>');
  });
});
