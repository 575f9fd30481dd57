import { expect, test } from 'vitest'
import { changeText } from './change-text.ts'

test('a change is the lines that went and came, also where the same line stands elsewhere', () => {
  expect(changeText('a\nb\nc', 'a\nB\nc')).toBe('- b\n+ B')
  expect(changeText('- x\n\n- y\n- x', '- x\n\n- y')).toBe('- - x')
  expect(changeText('a\nb', 'b\na')).toMatch(/^([-+]) (a|b)\n([-+]) \2$/)
  expect(changeText('a', 'a')).toBe('')
})
