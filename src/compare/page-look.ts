/** The style of the page of a comparison. */
export const pageStyle = `@property --w{syntax:"<length>";inherits:true;initial-value:960px}
*{box-sizing:border-box}body{margin:0 auto;max-width:1880px;padding:24px;font:16px/1.45 system-ui,sans-serif;color:#0b1f33;background:#fff}
h1{font-size:22px}h2{font-size:18px;margin:32px 0 8px}table{border-collapse:collapse;width:100%}.wide{overflow-x:auto}
th,td{padding:6px 10px;border-bottom:1px solid #d3dae1;text-align:left;vertical-align:top}
.slide{margin:24px 0;scroll-margin-top:64px}.slide:focus,.line:focus{outline:3px solid #0a5aa0;outline-offset:3px}
.slide h3{margin:0;padding:8px 12px;background:#eef4fa;font-size:16px}
.drawings,.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);border:1px solid #d3dae1;border-top:0}
.drawings{gap:8px;padding:8px;background:#dfe5eb}
.drawing{container-type:inline-size;position:relative;aspect-ratio:16/9;overflow:hidden;background:#fff}
.drawing:empty{background:repeating-linear-gradient(45deg,#eef1f4 0 12px,#e4e9ee 12px 24px)}
.drawing iframe{--w:100cqw;position:absolute;inset:0 auto auto 0;width:1920px;height:1080px;border:0;pointer-events:none;transform-origin:0 0;transform:scale(tan(atan2(var(--w),1920px)))}
.line{display:grid;grid-column:1/-1;grid-template-columns:subgrid}.line>div{padding:4px 12px;min-height:1.45em;overflow-wrap:anywhere}
.line>div+div{border-left:1px solid #d3dae1}.changed>div:not(:empty){outline:2px solid #bf5412;outline-offset:-2px}
.title>div{font-size:20px;font-weight:600}.subtitle>div,.takeaway>div{font-weight:600}.note>div{background:#f7f8fa}.chart>div{font-style:italic}
del{background:#f8d7da;color:#8c1d2f}ins{background:#d4edda;color:#07604e;text-decoration:none}.where{color:#4a5b6b;font-size:13px}
form{position:sticky;top:0;padding:8px 0;background:#fff;z-index:1}label{display:inline-block;margin-right:16px}[hidden]{display:none!important}
body:not(.all) .same{display:none}
@media (max-width:760px){body{padding:12px}form{position:static}.drawings,.sides{grid-template-columns:minmax(0,1fr)}.line>div+div{border-left:0}
.line>div:empty{display:none}.line.changed{padding:4px 0;border-bottom:1px solid #d3dae1}.where{display:none}}
@media print{body{max-width:none;padding:0}form{display:none}.slide{break-inside:avoid}.drawings{print-color-adjust:exact}}`

/** The style of what changed, in the documents that slides are drawn in: each side in its colour. */
export const markStyle = `html{--c:#0a7f5f;overflow:hidden}html[data-side="old"]{--c:#c2255c}
mark{background:none;color:inherit}
:is(mark,data)[data-line]{outline:3px solid var(--c);outline-offset:2px;border-radius:2px;box-shadow:0 0 0 2px #fff;-webkit-box-decoration-break:clone;box-decoration-break:clone}
:is(mark,data).is-current{outline-width:8px;background:#fff3bf;color:#0b1f33}
html:not([data-shown~="figures"]) [data-kind="figures"],html:not([data-shown~="wording"]) [data-kind="wording"],html:not([data-shown~="notes"]) [data-kind="notes"],html:not([data-shown~="charts"]) :is(mark,data)[data-kind="charts"]{outline:none!important;box-shadow:none!important;background:none!important}
html:not([data-shown~="charts"]) g[data-kind="charts"]{display:none}`

/**
 * Draws the slides, filters by kind and by words, and leads by keys: j and k from slide to slide, n and p from change to change.
 * Slides stand in documents of their own without scripts; those that are near are drawn first, and all before printing.
 */
export const pageScript = `const form=document.querySelector('form');
const data=JSON.parse(document.getElementById('drawn')?.textContent??'null');
const kindsShown=()=>form?[...form.querySelectorAll('input[data-filter]:checked')].map(b=>b.dataset.filter):[];
const frames=()=>[...document.querySelectorAll('.drawing iframe')];
const draw=(box)=>{const {side,slide}=box.dataset,html=data?.[side]?.slides[slide];if(html===undefined||box.firstChild)return;
const frame=document.createElement('iframe');frame.setAttribute('sandbox','allow-same-origin');frame.setAttribute('scrolling','no');frame.tabIndex=-1;frame.title=box.getAttribute('aria-label');
box.append(frame);const page=frame.contentDocument;page.open();
page.write('<!doctype html><html data-side="'+side+'"><head><meta charset="utf-8"><style>'+data[side].sheet+'</style><style>'+data.marks+'</style></head><body><div class="reveal"><div class="slides">'+html.replace(/data-picture="(\\d+)"/g,(_,n)=>'src="'+data.pictures[n]+'"')+'</div></div></body></html>');
page.close();page.documentElement.lang=data[side].language;page.documentElement.dataset.shown=kindsShown().join(' ')};
const boxes=[...document.querySelectorAll('.drawing[data-slide]')];
const near=new IntersectionObserver((seen)=>{for(const {isIntersecting,target} of seen)if(isIntersecting){near.unobserve(target);draw(target)}},{rootMargin:'1200px'});
for(const box of boxes)near.observe(box);
let next=0;const rest=()=>{if(next<boxes.length){draw(boxes[next++]);setTimeout(rest,30)}};addEventListener('load',()=>setTimeout(rest,500));
addEventListener('beforeprint',()=>boxes.forEach(draw));
if(form){const find=form.querySelector('[type=search]'),all=form.querySelector('[name=all]');
const apply=()=>{const shown=new Set(kindsShown()),words=find.value.trim().toLowerCase();document.body.classList.toggle('all',all.checked);
for(const s of document.querySelectorAll('.slide'))s.hidden=!s.dataset.kinds.split(' ').some(k=>shown.has(k))||!s.textContent.toLowerCase().includes(words);
for(const l of document.querySelectorAll('.line[data-kind]'))l.hidden=!shown.has(l.dataset.kind);
for(const f of frames())f.contentDocument.documentElement.dataset.shown=[...shown].join(' ')};
const current=(line)=>{for(const f of frames())for(const m of f.contentDocument.querySelectorAll('.is-current'))m.classList.remove('is-current');
const slide=line?.closest('.slide');if(slide)for(const f of slide.querySelectorAll('iframe'))for(const m of f.contentDocument.querySelectorAll('[data-line="'+line.dataset.line+'"]'))m.classList.add('is-current')};
const step=(list,at,by)=>{const to=list[Math.max(0,Math.min(list.length-1,at+by))];to?.focus({preventScroll:true});return to};
form.addEventListener('input',apply);form.addEventListener('submit',e=>e.preventDefault());
addEventListener('focusin',e=>current(e.target.closest?.('.line')));
addEventListener('keydown',e=>{if(e.ctrlKey||e.metaKey||e.altKey)return;if(e.target===find){if(e.key==='Escape')find.blur();return}if(e.key==='/'){e.preventDefault();find.focus();return}
const focus=document.activeElement;
if(e.key==='j'||e.key==='k'){const list=[...document.querySelectorAll('.slide:not([hidden])')],at=list.indexOf(focus.closest('.slide'));step(list,e.key==='k'&&focus.closest('.line')?at+1:at,e.key==='j'?1:-1)?.scrollIntoView({block:'start'})}
if(e.key==='n'||e.key==='p'){const list=[...document.querySelectorAll('.slide:not([hidden]) .line[data-kind]:not([hidden])')],at=list.indexOf(focus),slide=focus.closest('.slide');
const from=at>=0||!slide?at:list.findIndex(l=>slide.compareDocumentPosition(l)&4)+(e.key==='n'?-1:0);
const to=step(list,from,e.key==='n'?1:-1);if(to&&to.closest('.slide')!==slide)to.closest('.slide').scrollIntoView({block:'start'});to?.scrollIntoView({block:'nearest'})}})}`
