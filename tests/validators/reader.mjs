// Opens an EPUB in foliate-js and turns to every section. Prints JSON: {faults: [text], sections: [...]}.
// Arguments: folder of the Node modules, Chromium, EPUB. There is no server: the page's requests are answered here.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, chromium, book] = process.argv.slice(2)
const require = createRequire(path.join(modules, 'reader.mjs'))
const { default: puppeteer } = await import(pathToFileURL(require.resolve('puppeteer-core')))

const origin = 'http://reader.invalid/'
const html = '<!DOCTYPE html><meta charset="utf-8"><style>foliate-view { display: block; height: 500px }</style><body>'
const faults = []

const answer = async request => {
    const url = request.url()
    if (/^(blob|data|about):/.test(url)) return request.continue()
    const name = url.startsWith(origin) ? new URL(url).pathname.slice(1) : null
    if (name === '') return request.respond({ contentType: 'text/html', body: html })
    if (name === 'favicon.ico') return request.respond({ status: 204 })
    if (name === 'book.epub') return request.respond({ body: await readFile(book) })
    if (name?.endsWith('.js')) return request.respond({
        contentType: 'text/javascript',
        body: await readFile(path.join(modules, 'foliate-js', name)),
    })
    faults.push(`asks for ${url}`)
    return request.abort()
}

const turnPages = async () => {
    await import('/view.js')
    const file = new File([await (await fetch('/book.epub')).blob()], 'book.epub')
    const view = document.body.appendChild(document.createElement('foliate-view'))
    const loaded = new Map()
    view.addEventListener('load', ({ detail: { doc, index } }) => loaded.set(index, doc))
    await view.open(file)
    const sections = []
    for (const [index, { id }] of view.book.sections.entries()) {
        await view.goTo(index)
        const doc = loaded.get(index)
        if (!doc) throw new Error(`${id} is never shown`)
        await doc.fonts.ready
        const broken = [...doc.images].filter(image => !image.complete || !image.naturalWidth)
        if (broken.length) throw new Error(`${id} shows broken images: ${broken.map(x => x.alt)}`)
        sections.push({
            id,
            language: doc.documentElement.lang,
            text: doc.body.innerText,
            writing_mode: doc.defaultView.getComputedStyle(doc.body).writingMode,
            fonts: [...doc.fonts].map(({ family, weight, status }) => ({ family, weight, status })),
        })
    }
    return sections
}

const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'], timeout: 60000 })
let sections = []
try {
    const page = await browser.newPage()
    page.on('pageerror', error => faults.push(String(error)))
    await page.setRequestInterception(true)
    page.on('request', request => answer(request).catch(error => faults.push(String(error))))
    await page.goto(origin)
    sections = await page.evaluate(turnPages)
} catch (error) {
    faults.push(error.message)
} finally {
    await browser.close()
}
console.log(JSON.stringify({ faults, sections }))
