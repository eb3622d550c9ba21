import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featureData, requirementData, tierData } from '../../../../src/output/crawlers/structured-data.ts';
import { featureOf, lantern, requirementOf, tierOf } from '../../lantern.ts';

const content = lantern();
const absolute = (path: string) => `https://lantern.example/base/${path}`;

test('the data of a feature page has the status as description and the date of the last change', () => {
  assert.deepEqual(featureData(content.site, featureOf(content, 'fog-signal'), absolute), {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': 'https://lantern.example/base/features/fog-signal/',
    url: 'https://lantern.example/base/features/fog-signal/',
    inLanguage: 'en',
    name: 'Fog signal on UART-2',
    description:
      'Fog signal on UART-2 is Tier 2 in Lantern; missing: night watch of the signal, agreement of the harbour office',
    dateModified: '2023-11-05',
    about: {
      '@type': 'Thing',
      name: 'Fog signal on UART-2',
      description: 'A lamp that blinks in fog.',
      alternateName: ['mist'],
    },
    image: 'https://lantern.example/base/cards/features/fog-signal.png',
    isPartOf: { '@type': 'WebSite', name: 'Support Levels of Lantern', url: 'https://lantern.example/base/' },
    isBasedOn: 'https://lantern.example/support.md',
  });
});

test('a feature without aliases has no alternate names', () => {
  assert.deepEqual(featureData(content.site, featureOf(content, 'oak-board'), absolute)['about'], {
    '@type': 'Thing',
    name: 'oak-board',
    description: 'The first board, in an oak case.',
  });
});

test('the page of a requirement or a tier is about a term that the policy defines', () => {
  const policy = 'https://lantern.example/base/policy/';
  const about = (data: Record<string, unknown>) => data['about'];
  assert.deepEqual(about(requirementData(content.site, requirementOf(content, 'night-watch'), absolute)), {
    '@type': 'DefinedTerm',
    name: 'Night watch',
    inDefinedTermSet: policy,
  });
  assert.deepEqual(about(tierData(content.site, tierOf(content, 2), absolute)), {
    '@type': 'DefinedTerm',
    name: 'Tier 2 — May Go Dark',
    inDefinedTermSet: policy,
  });
});
