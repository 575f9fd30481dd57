import { expect, test } from 'vitest'
import { importedAddress } from './modules.ts'

test.each([
  ['()=>D(()=>import(`./chart-Dox8q_vt.js`),__vite__mapDeps([0,1]),import.meta.url)', './chart-Dox8q_vt.js'],
  ['() => import( "/src/a.ts?t=17")', '/src/a.ts?t=17'],
  ['()=>Promise.resolve().then(()=>(q(),z))', undefined],
])('%s loads %s', (source, address) => {
  expect(importedAddress(source)).toBe(address)
})
