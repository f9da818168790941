// Fills the same content by docxtemplater and exceljs, and prints the median of each in milliseconds.
import { readFileSync, writeFileSync } from 'node:fs';
import PizZip from 'pizzip';
import Docxtemplater from 'docxtemplater';
import ExcelJS from 'exceljs';

const [file, rounds, out] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
const parts = JSON.parse(readFileSync(file, 'utf8'));
const widths = [...new Set(parts.filter(p => p.columns).map(p => p.columns.length))];

const w = text => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = text => `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>${w(text)}</w:tc>`;
const across = (n, text) => Array.from({ length: n }, (_, i) => cell(text(i, n))).join('');

// docxtemplater has loops over rows and none over columns, so that the template has a table for each number of columns.
function template() {
  const tables = widths.map(n => w(`{#t${n}}`) + w('{caption}')
    + `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1000"/>'.repeat(n)}</w:tblGrid>`
    + `<w:tr>${across(n, i => `{h${i}}`)}</w:tr>`
    + `<w:tr>${across(n, (i, all) => `${i === 0 ? '{#rows}' : ''}{c${i}}${i === all - 1 ? '{/rows}' : ''}`)}</w:tr></w:tbl>` + w(`{/t${n}}`)).join('');
  const zip = new PizZip();
  zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');
  zip.file('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>');
  zip.file('word/document.xml', '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + w('{#parts}') + w('{#text}') + w('{text}') + w('{/text}') + tables + w('{/parts}') + '<w:sectPr/></w:body></w:document>');
  return zip.generate({ type: 'nodebuffer' });
}

const numbered = (list, letter) => Object.fromEntries(list.map((text, i) => [letter + i, text]));
const data = {
  parts: parts.map(p => p.columns
    ? { [`t${p.columns.length}`]: [{ caption: p.caption, ...numbered(p.columns, 'h'), rows: p.rows.map(r => numbered(r.map(c => c.text), 'c')) }] }
    : { text: p.text }),
};

function word(bytes) {
  const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true });
  document.render(data);
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function excel() {
  const book = new ExcelJS.Workbook();
  for (const [i, table] of parts.filter(p => p.columns).entries()) {
    const sheet = book.addWorksheet(`Tabell ${i + 1}`);
    sheet.addRow([table.caption]);
    sheet.addRow(table.columns).font = { bold: true };
    table.rows.forEach(row => sheet.addRow(row.map(c => c.value ?? c.text)));
  }
  return book.xlsx.writeBuffer();
}

async function median(work) {
  const times = [];
  for (let i = -3; i < rounds; i++) {
    const start = performance.now();
    await work();
    if (i >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

const bytes = template();
writeFileSync(out, word(bytes));
console.log(JSON.stringify({ word: await median(() => word(bytes)), excel: await median(excel) }));
