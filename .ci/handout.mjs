// Checks the papers that are named as arguments; see .ci/handout.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { HtmlValidate } from 'html-validate'
import puppeteer from 'puppeteer-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'], root: true })
// A set has several papers in one file, each an article with a heading of its own.
const validatorOfSets = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'], root: true, rules: { 'heading-level': ['error', { allowMultipleH1: true }] } })
const profile = mkdtempSync(path.join(tmpdir(), 'profile-'))
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  headless: true,
  userDataDir: profile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})

// The most pages that a paper may have, by the first word of its name. A sheet
// that is more than one sheet cannot be folded.
const most = { guide: 2, receipt: 2, full: 14, sheet: 1, questionnaire: 48, notes: 34, poster: 2, strips: 1, cards: 40, slip: 1, checklist: 1, plan: 1, set: 80 }
const mostLarge = { guide: 4, full: 17, receipt: 4, sheet: 4, questionnaire: 120, notes: 40, cards: 40, slip: 2, checklist: 2, plan: 2 }
// The same notes are longer in Spanish, and longest in large letters.
const mostNamed = { 'notes-large-spanish': 42 }
// A page is full from two thirds of its height; its number stands below the text.
const marked = /^(begin|end|title|pair|topic|last|foot)\d+[a-z]*$/
const full = 2 / 3, aboveFoot = 0.955
const sizes = { a4: [595, 842], letter: [612, 792], a3: [842, 1191] }

// faults is everything that is wrong with a page.
async function faults(file) {
  const found = []
  const report = await (path.basename(file).startsWith('set') ? validatorOfSets : validator).validateFile(file)
  for (const result of report.results) {
    for (const m of result.messages) found.push(`valid: ${m.line}:${m.column}: ${m.message} [${m.ruleId}]`)
  }
  const page = await browser.newPage()
  page.on('request', request => {
    if (request.url() !== pathToFileURL(file).href) found.push(`alone: it asks for ${request.url()}`)
  })
  page.on('pageerror', error => found.push(`alone: ${error.message}`))
  await page.goto(pathToFileURL(file).href)
  await page.evaluate(axe)
  for (const media of ['screen', 'print']) {
    await page.emulateMediaType(media)
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    for (const v of violations) found.push(`axe, ${media}: ${v.help} [${v.id}]: ${v.nodes[0].html}`)
  }
  found.push(...await printed(page, file))
  await page.close()
  return found
}

// printed prints the page and looks at the sheets: how many, how large, and
// whether every card stands on one of them, in one column. For that each card
// gets two marks, at its first and last letter, that take no room.
async function printed(page, file) {
  const found = []
  const name = path.basename(file, '.html')
  await page.emulateMediaType('print')
  const pdf = file.replace(/html$/, 'pdf')
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, tagged: !name.startsWith('planted-tagged') })
  const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
  if (!/^Tagged:\s+yes/m.test(info)) found.push('tagged: the PDF has no tags, so a screen reader finds no headings in it')
  for (const words of await small(page)) found.push(`small: letters under 11 points: ${words}`)
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)[1])
  const limit = mostNamed[name] ?? (name.includes('large') ? mostLarge : most)[name.split('-')[0]] ?? 3
  if (pages > limit) found.push(`paper: ${pages} pages, ${limit} at most`)
  const size = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info).slice(1).map(Number)
  const want = [...sizes[['letter', 'a3'].find(size => name.includes(size)) ?? 'a4']]
  if (name.startsWith('sheet')) want.reverse()
  if (size.some((n, i) => Math.abs(n - want[i]) > 1)) found.push(`paper: the page is ${size} points, not ${want}`)

  const [cards, headings, pairs, topics, strips] = await page.evaluate(() => {
    const mark = (at, name, style) => {
      const span = document.createElement('span')
      span.textContent = name
      span.style.cssText = `position: absolute; ${style}; font: 3px/3px monospace; color: #000`
      style ? at.append(span) : at.prepend(span)
    }
    // The first of a long list or table and the next one, and the last and the one before it.
    let pairs = 0
    for (const list of document.querySelectorAll('ul:not(.lines, .strip), tbody')) {
      const all = [...list.children]
      if (all.length < 6) continue // short ones may
      for (const both of [all.slice(0, 2), all.slice(-2)]) {
        both.forEach((item, i) => mark(item.lastElementChild?.tagName === 'TD' ? item.lastElementChild : item, `pair${pairs}${'ab'[i]}`, ''))
        pairs++
      }
    }
    // A topic and its first question, between which there is a line of what it is about.
    let topics = 0
    for (const first of document.querySelectorAll('h2 + p + .framed > h3')) {
      mark(first.parentElement.previousElementSibling.previousElementSibling, `topic${topics}a`, '')
      mark(first, `topic${topics}b`, '')
      topics++
    }
    for (const strip of document.querySelectorAll('.strip')) {
      strip.style.position = 'relative'
      mark(strip, 'foot0', 'left: 0; bottom: 0')
    }

    const follows = title => (title.tagName === 'TR' ? title.parentElement : title).nextElementSibling?.textContent.trim()
    const titles = [...document.querySelectorAll('h2, h3, thead tr')].filter(follows) // else room to write follows
    titles.forEach((title, i) => {
      const at = title.lastElementChild?.tagName === 'TH' ? title.lastElementChild : title
      const span = document.createElement('span')
      span.textContent = `title${i}`
      span.style.cssText = 'position: absolute; left: 0; bottom: 0; font: 3px/3px monospace; color: #000'
      at.style.position = 'relative'
      at.append(span)
    })
    const all = [...document.querySelectorAll('.card, .blank, .say')]
    all.forEach((card, i) => {
      card.style.position = 'relative'
      for (const [mark, edge] of [['begin', 'top'], ['end', 'bottom']]) {
        const span = document.createElement('span')
        span.textContent = `${mark}${i}`
        span.style.cssText = `position: absolute; left: 0; ${edge}: 0; font: 3px/3px monospace; color: #000`
        card.append(span)
      }
      if (card.matches('.card')) mark(card, `last${i}`, 'left: 40px') // beneath all that stands on it
    })
    return [all.length, titles.length, pairs, topics, document.querySelectorAll('.strip').length]
  })
  await page.pdf({ path: pdf + '.marked', preferCSSPageSize: true })
  const where = {}
  const ends = [], texts = []
  let sheet = 0, height = 0, before = { x: 0, y: 0 }
  for (const line of execFileSync('pdftotext', ['-bbox', pdf + '.marked', '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n')) {
    const begins = /<page width="[\d.]+" height="([\d.]+)"/.exec(line)
    if (begins) {
      sheet++
      height = Number(begins[1])
      ends.push(0)
      texts.push(0)
    }
    const ink = /yMax="([\d.]+)"/.exec(line)
    if (ink && Number(ink[1]) < height * aboveFoot) ends[sheet - 1] = Math.max(ends[sheet - 1], Number(ink[1]) / height)
    const at = /xMin="([\d.]+)" yMin="([\d.]+)".*>(.*)<\/word>/.exec(line)
    if (at && !marked.test(at[3])) {
      const here = { x: Number(at[1]), y: Number(at[2]) }
      if (at[3] === '·' && here.x < before.x && here.y > before.y + 6 && !strips) found.push(`apart: a line on page ${sheet} begins with what sets facts apart`)
      before = here
    }
    const word = /xMin="([\d.]+)".*>((?:begin|end|title|pair|topic|last|foot)\d+[a-z]*)<\/word>/.exec(line)
    if (word) where[word[2]] = { sheet, x: Number(word[1]), y: Number(ink[1]) / height }
    else if (ink && Number(ink[1]) < height * aboveFoot) texts[sheet - 1] = Math.max(texts[sheet - 1], Number(ink[1]) / height)
  }
  // What is cut, folded or hung has a page for each piece, and in large letters a question of
  // the questionnaire is a card that may be half a page. The last page ends where its text does.
  if (!/^(sheet|poster|strips|cards|slip|set|questionnaire-large)/.test(name)) {
    // In the notes room to write stands on some pages, and what is not yet written is no ink. In the
    // questionnaire a topic goes over with its first question, which may be half a page high.
    const least = /^(notes|questionnaire)/.test(name) ? 0.6 : full
    ends.slice(0, -1).forEach((end, i) => {
      if (end < least) found.push(`empty: page ${i + 1} ends at ${Math.round(100 * end)} % of its height`)
    })
  }
  for (let i = 0; i < headings; i++) {
    const title = where[`title${i}`]
    if (title && title.y > texts[title.sheet - 1] - 0.002) found.push(`parted: heading ${i} stands last on page ${title.sheet}`)
  }
  for (let i = 0; i < pairs; i++) {
    const first = where[`pair${i}a`], next = where[`pair${i}b`]
    if (first && next && first.sheet !== next.sheet) found.push(`lonely: the first or last of a long list or table stands alone, between pages ${first.sheet} and ${next.sheet}`)
  }
  for (let i = 0; i < topics; i++) {
    const topic = where[`topic${i}a`], first = where[`topic${i}b`]
    if (topic && first && topic.sheet !== first.sheet) found.push(`parted: topic ${i} begins at the foot of page ${topic.sheet}, and its first question stands overleaf`)
  }
  if (strips && !(where.foot0?.y > 0.95)) found.push('foot: the strips do not reach the foot of the page, so nobody can tear them off')
  for (let i = 0; i < cards; i++) {
    const begin = where[`begin${i}`], end = where[`end${i}`], last = where[`last${i}`]
    if (last && end && (last.sheet === end.sheet ? last.y > end.y + 0.015 : last.sheet > end.sheet && last.y > 0.15)) found.push(`spilt: what stands on card ${i} reaches beyond its edge on page ${end.sheet}`)
    if (!begin || !end) found.push(`paper: card ${i} has no mark`)
    else if (begin.sheet !== end.sheet || Math.abs(begin.x - end.x) > 2) found.push(`paper: card ${i} is torn apart: it begins on page ${begin.sheet} and ends on page ${end.sheet}`)
  }
  return found
}

// small are texts in letters that are too small to read, as they are printed.
async function small(page) {
  return page.evaluate(() => {
    const words = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const points = parseFloat(getComputedStyle(walk.currentNode.parentElement).fontSize) * 0.75
      if (walk.currentNode.data.trim() && points < 10.95) words.push(`${points.toFixed(1)}: ${walk.currentNode.data.trim().slice(0, 40)}`)
    }
    return words.slice(0, 5)
  })
}

// A check that could not fail would show nothing.
const planted = {
  valid: '<p><div>a block in a paragraph</div></p>',
  alone: '<img src="https://example.org/a.png" alt="">',
  axe: '<p style="color: #bbb">Nobody can read this.</p>',
  tagged: '<p>A page of a PDF without tags.</p>',
  small: '<p style="font-size: 10pt">Nobody should have to read this.</p>',
  empty: '<p>A page with little on it.</p><p style="break-before: page">The next page.</p>',
  parted: '<p>A line.</p>'.repeat(12) + '<h2>A heading</h2><p style="break-before: page">What it is about.</p>',
  lonely: '<p>A line.</p>'.repeat(12) + `<ul><li>The first.</li><li style="break-before: page">The next.</li>${'<li>One more.</li>'.repeat(4)}</ul>`,
  apart: '<p style="width: 9em">Somebody to talk to <span style="display: inline-block; width: 9em">0800 123 456</span>&nbsp;· day and night</p>',
  spilt: '<div class="card" style="height: 2em">' + '<p>A card.</p>'.repeat(6) + '</div>',
  foot: '<p>Numbers to take along.</p><ul class="strip"><li>0800 123 456</li></ul>',
  paper: '<div class="card">' + '<p>A long card.</p>'.repeat(80) + '</div>',
}
for (const [kind, html] of Object.entries(planted)) {
  const file = path.resolve(`planted-${kind}.html`)
  writeFileSync(file, `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Planted</title>\n</head>\n<body>\n<main>\n<h1>Planted</h1>\n${html}\n</main>\n</body>\n</html>\n`)
  const found = await faults(file)
  if (!found.some(f => f.startsWith(kind))) {
    console.log(`the check for "${kind}" sees nothing in a page with that fault: ${JSON.stringify(found)}`)
    process.exitCode = 1
  }
}

for (const file of process.argv.slice(2)) {
  const found = await faults(path.resolve(file))
  const pages = /^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [path.resolve(file).replace(/html$/, 'pdf')], { encoding: 'utf8' }))[1]
  console.log(`${found.length ? 'not well' : 'well'}: ${path.basename(file)}, ${pages} pages`)
  for (const f of found.slice(0, 20)) console.log('  ' + f)
  if (found.length) process.exitCode = 1
}
await browser.close()
rmSync(profile, { recursive: true, force: true })
