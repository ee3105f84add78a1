import { describe, expect, it } from 'vitest';
import { calendarNames } from './calendar-names.ts';

describe('the names of the calendar', () => {
  it.each(['january', 'may', 'december', 'monday', 'sunday', 'märz', 'août', 'września', 'пятница'])(
    'hold %s',
    (name) => {
      expect(calendarNames().has(name)).toBe(true);
    },
  );
  it.each(['', '1', 'day', 'de', 'sun', 'mars bar'])('do not hold “%s”', (name) => {
    expect(calendarNames().has(name)).toBe(false);
  });
});
