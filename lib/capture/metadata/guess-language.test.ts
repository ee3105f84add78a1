import { describe, expect, it } from 'vitest';
import { guessLanguage } from './guess-language.ts';

describe('guessLanguage', () => {
  it.each([
    [
      'en',
      'The room was quiet, and that was the point of it. It is for the people who are with us in the evening, and for this they came.',
    ],
    [
      'de',
      'Der Raum war still, und das ist auch der Sinn. Er ist nicht für die Maschinen, die mit dem Lärm von gestern auf sich warten lassen.',
    ],
    [
      'fr',
      'La salle est calme, et les machines ne sont pas dans la pièce. Une porte pour les gens qui viennent sur le tard, avec du thé et des livres.',
    ],
    [
      'es',
      'El cuarto es tranquilo y los libros son para las personas que vienen con una taza. No se oye más que el reloj, pero es del abuelo.',
    ],
    ['ja', 'この部屋は静かです。二台のサーバーがあります。'],
    ['zh', '这个房间很安静,里面有两台服务器。'],
    ['ko', '이 방은 조용합니다. 서버가 두 대 있습니다.'],
    ['he', 'החדר שקט ויש בו שני שרתים'],
  ])('knows %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it('says nothing of what is too short or in no language it knows', () => {
    expect(guessLanguage('')).toBeUndefined();
    expect(guessLanguage('The end.')).toBeUndefined();
    expect(guessLanguage('lorem ipsum dolor sit amet consectetur '.repeat(20))).toBeUndefined();
  });
});
