import { describe, expect, it } from 'vitest';
import { isPublic } from '../../../../lib/aws/http/public-address.ts';

describe('an address that requests may go to', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.1',
    '93.184.215.14',
    '100.63.255.255',
    '100.128.0.1',
    '126.255.255.255',
    '128.0.0.1',
    '169.253.255.255',
    '169.255.0.1',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '192.169.0.1',
    '198.17.255.255',
    '198.20.0.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:800::200e',
    '2001:4860:4860::8888',
  ])('is public: %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by carriers', '100.64.0.1'],
    ['shared by carriers', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['link-local', '169.254.0.1'],
    ['the metadata service', '169.254.169.254'],
    ['the credentials of containers', '169.254.170.2'],
    ['the resolver of a VPC', '169.254.169.253'],
    ['for protocols', '192.0.0.8'],
    ['for documentation', '192.0.2.1'],
    ['for documentation', '198.51.100.1'],
    ['for documentation', '203.0.113.1'],
    ['a relay', '192.88.99.1'],
    ['for measurements', '198.18.0.1'],
    ['for measurements', '198.19.255.255'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
  ])('is not %s: %s', (_, address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each([
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['an IPv4 address in disguise', '::ffff:10.0.0.1'],
    ['an IPv4 address in disguise, in hexadecimal', '::ffff:a9fe:a9fe'],
    ['a public IPv4 address in disguise', '::ffff:8.8.8.8'],
    ['an IPv4 address as it was once written', '::10.0.0.1'],
    ['a translated IPv4 address', '64:ff9b::a9fe:a9fe'],
    ['a translated IPv4 address of a network', '64:ff9b:1::a00:1'],
    ['an IPv4 address behind 6to4', '2002:a9fe:a9fe::1'],
    ['an IPv4 address behind Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fd12:3456:789a::1'],
    ['the metadata service', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['for documentation', '2001:db8::1'],
    ['for documentation', '3fff::1'],
    ['for discarding', '100::1'],
  ])('is not %s: %s', (_, address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(['', 'localhost', '010.0.0.1', '0x7f.1', '2130706433', '1.1.1', '2606:4700::%eth0', 'x'])(
    'is nothing but an address: %s',
    (address) => {
      expect(isPublic(address)).toBe(false);
    },
  );
});
