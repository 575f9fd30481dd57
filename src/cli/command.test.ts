import { expect, test } from 'vitest'
import { opensBrowser } from './command.ts'

const call = (flags: Readonly<Record<string, boolean>> = {}) => ({ root: '/', positionals: [], flags })

test.each([
  ['on a desktop', {}, {}, 'darwin', true],
  ['on a Linux with a screen', {}, { DISPLAY: ':0' }, 'linux', true],
  ['on a Linux in Windows', {}, { WSL_DISTRO_NAME: 'Debian' }, 'linux', true],
  ['on a Linux without a screen', {}, {}, 'linux', false],
  ['where a browser is named', {}, { BROWSER: 'firefox' }, 'linux', true],
  ['where tests run', {}, { CI: 'true', DISPLAY: ':0' }, 'linux', false],
  ['where it is not wanted', { 'no-open': true }, {}, 'win32', false],
] as const)('whether a server opens a browser: %s', (_, flags, env, platform, opens) => {
  expect(opensBrowser(call(flags), env, platform)).toBe(opens)
})
