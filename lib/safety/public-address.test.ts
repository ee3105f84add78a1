import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivateHost, mayFetch } from './public-address.ts';

describe('isPrivateHost', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'app.localhost',
    'printer',
    'printer.local',
    'db.internal',
    'nas.home.arpa',
    'router.lan',
    '127.0.0.1',
    '127.255.0.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.7',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0x7f.1',
    '１２７.0.0.1',
    '::1',
    '[::1]',
    '::',
    '[::ffff:127.0.0.1]',
    '::ffff:a00:1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '2002:7f00:1::',
    'fc00::1',
    'fdab::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '100::1',
    'printer..',
    'printer.local.',
    '::1:808:808',
    '64:1::808:808',
    '64:ff9b:0:1::808:808',
    '3fff:0:1::1',
    '3fff:fff::1',
    '4000::1',
    '',
    '.',
    'a b.example',
    '999.0.0.1',
    ':::',
  ])('counts %j as private', (host) => {
    expect(isPrivateHost(host)).toBe(true);
  });

  it.each([
    'pictures.example',
    'local.example',
    'localhost.example',
    'internal.example.',
    'münchen.example',
    '10.example',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '11.0.0.1',
    '223.255.255.255',
    '192.0.3.1',
    '134744072',
    '[2606:4700::1111]',
    '2a00:1450::1',
    '[::ffff:8.8.8.8]',
    '64:ff9b::808:808',
    '2002:808:808::',
    '::808:808',
    '2000::1',
    '2001:4860::8888',
    '2606:0:1::1',
    '2606:db8::1',
    '2606:ff9b::a00:1',
    '3ffe::1',
    '3fff:1000::1',
  ])('counts %j as public', (host) => {
    expect(isPrivateHost(host)).toBe(false);
  });

  it('reads an IPv4 address alike in every spelling', () => {
    fc.assert(
      fc.property(fc.nat({ max: 0xffffffff }), (bits) => {
        const dotted = [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
        const expected = isPrivateHost(dotted);
        expect(isPrivateHost(String(bits))).toBe(expected);
        expect(isPrivateHost(`0x${bits.toString(16)}`)).toBe(expected);
        expect(isPrivateHost(`0${bits.toString(8)}`)).toBe(expected);
        expect(isPrivateHost(`[::ffff:${dotted}]`)).toBe(expected);
      }),
    );
  });
});

describe('mayFetch', () => {
  it.each([
    ['https://pictures.example/a.png', 'https://page.example/'],
    ['http://192.168.1.7:8080/a.png', 'http://192.168.1.7:8080/wiki'],
  ])('lets %s be fetched for %s', (url, pageUrl) => {
    expect(mayFetch(url, pageUrl)).toBe(true);
  });

  it.each([
    ['http://192.168.1.1/logo.png', 'https://page.example/'],
    ['http://192.168.1.7:81/a.png', 'http://192.168.1.7:8080/wiki'],
    ['http://192.168.1.1/logo.png', 'http://192.168.1.7/'],
    ['http://localhost:3000/a.png', 'nonsense'],
    ['https://reader:secret@page.example/a.png', 'https://page.example/'],
    ['https://reader@page.example/a.png', 'https://page.example/'],
    ['https://:secret@page.example/a.png', 'https://page.example/'],
    ['data:image/png;base64,AAAA', 'https://page.example/'],
    ['file:///etc/hosts', 'file:///etc/'],
    ['/a.png', 'https://page.example/'],
  ])('refuses %s for %s', (url, pageUrl) => {
    expect(mayFetch(url, pageUrl)).toBe(false);
  });
});
