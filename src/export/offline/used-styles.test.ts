import { expect, test } from 'vitest'
import { classesOf, usedStyles } from './used-styles.ts'

const mayHave = classesOf('<p class="a used-one">', '"is-"+state')

test.each([
  ['.a{color:red}.b{color:red}', '.a{color:red}'],
  ['.a,.b,p{color:red}', '.a,p{color:red}'],
  ['.a .b,.a>.used-one:hover{color:red}', '.a>.used-one:hover{color:red}'],
  ['p.b::before{content:"}.a{"}.a{color:red}', '.a{color:red}'],
  ['.a::before{content:"};"}.b{content:"{"}', '.a::before{content:"};"}'],
  ['.a:not(.b){color:red}:is(.b,.a:is(.c,p)),.b{color:red}', '.a:not(.b){color:red}:is(.b,.a:is(.c,p)){color:red}'],
  ['.a[title=".b,c"],[class*=".b"]{color:red}', '.a[title=".b,c"],[class*=".b"]{color:red}'],
  ['.is-open,.is-{color:red}', '.is-open,.is-{color:red}'],
  ['.sm\\:b,.b\\,c{color:red}', '.sm\\:b,.b\\,c{color:red}'],
  ['@media print{.b{color:red}}@media (width<9px){.b{color:red}.a{color:red}}', '@media (width<9px){.a{color:red}}'],
  ['@supports (top:0){@media print{.b{top:0}}}', ''],
  ['@font-face{font-family:b;src:url("b.woff2")}', '@font-face{font-family:b;src:url("b.woff2")}'],
  ['@keyframes b{0%{top:0}to{top:1.5px}}@layer x,y;.b{top:0}', '@keyframes b{0%{top:0}to{top:1.5px}}@layer x,y;'],
  [
    '@page{margin:0}@property --b{syntax:"*";inherits:false}',
    '@page{margin:0}@property --b{syntax:"*";inherits:false}',
  ],
  ['/* .b{, } */.a{color:red}', '.a{color:red}'],
  ['.a{color:red;.b &{top:0}}', '.a{color:red;.b &{top:0}}'],
])('%s', (css, expected) => {
  expect(usedStyles(css, mayHave)).toBe(expected)
})
