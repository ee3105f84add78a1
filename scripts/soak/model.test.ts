import { describe, expect, it } from 'vitest';
import type { Standing, StandingArticle } from '../durability/standing.ts';
import { storyUrl } from '../durability/stories.ts';
import { differences, openModel } from './model.ts';

const article: StandingArticle = {
  id: 'id-1',
  shelves: ['inbox'],
  tags: [],
  lists: [],
  note: '',
  marks: {},
  picturesKept: 2,
};

const aStanding = (parts: Partial<StandingArticle> = {}, more: Partial<Standing> = {}): Standing => ({
  articles: { [storyUrl('s1')]: { ...article, ...parts } },
  lists: {},
  orphans: [],
  ...more,
});

function aModel() {
  const model = openModel();
  model.save('s1');
  const [one] = model.all();
  if (!one) throw new Error('It was saved.');
  return { model, one };
}

describe('the model of the soak', () => {
  it('is equal to a database that stands so, and learns the ids that are not its choice', () => {
    const { model, one } = aModel();
    expect(differences(model, aStanding())).toEqual([]);
    expect(one.id).toBe('id-1');
    model.lists.set('', { name: 'Later', colour: 'amber', isDeleted: false });
    one.lists.add('');
    expect(differences(model, aStanding({ lists: ['list-1'] }, { lists: { 'list-1': 'Later, rose' } }))).toEqual([]);
    expect(model.lists.get('list-1')).toEqual({ name: 'Later', colour: 'rose', isDeleted: false });
  });

  it.each<[string, Partial<StandingArticle>, Partial<Standing>]>([
    ['another shelf', { shelves: ['archive'] }, {}],
    ['a tag more', { tags: ['sea'] }, {}],
    ['a list more', { lists: ['list-1'] }, {}],
    ['another note', { note: 'x' }, {}],
    ['a mark more', { marks: { m: 'rose: ' } }, {}],
    ['a picture less', { picturesKept: 1 }, {}],
    ['a list that nobody made', {}, { lists: { 'list-1': 'Later, rose' } }],
    ['a row on nothing', {}, { orphans: ['a row of notes on id-2'] }],
    ['no article', {}, { articles: {} }],
    ['an article more', {}, { articles: { [storyUrl('s1')]: article, [storyUrl('s2')]: article } }],
  ])('tells of %s', (_, parts, more) => {
    expect(differences(aModel().model, aStanding(parts, more))).toHaveLength(1);
  });

  it('takes back exactly what an act changed', () => {
    const { model, one } = aModel();
    const star = model.flag([one], 'favourite', true);
    const again = model.flag([one], 'favourite', true);
    model.tag([one], 'sea');
    const late = model.tag([one], 'sea');
    again();
    late();
    expect([...one.flags, ...one.tags]).toEqual(['favourite', 'sea']);
    star();
    expect([...one.flags]).toEqual([]);
    model.lists.set('l', { name: 'Later', colour: 'rose', isDeleted: false });
    const renamed = model.changeList('l', { name: 'Soon' });
    model.changeList('l', { colour: 'blue' });
    renamed();
    expect(model.lists.get('l')).toEqual({ name: 'Later', colour: 'blue', isDeleted: false });
  });

  it('keeps nothing of what was erased, whatever is taken back later', () => {
    const { model, one } = aModel();
    const back = model.flag([one], 'trashed', true);
    model.erase([one]);
    back();
    expect(differences(model, { articles: {}, lists: {}, orphans: [] })).toEqual([]);
  });
});
