// Lets a program of the npm world open workbooks and save them: node resave.mjs sheetjs|exceljs from to [from to ...]
import { readFileSync, writeFileSync } from "node:fs";

const save = {
  async sheetjs(from, to) {
    const { default: XLSX } = await import("xlsx");
    const book = XLSX.read(readFileSync(from), { cellNF: true, cellStyles: true });
    const bookType = to.endsWith(".ods") ? "ods" : "xlsx";
    writeFileSync(to, XLSX.write(book, { type: "buffer", bookType, cellStyles: true }));
  },
  async exceljs(from, to) {
    const { default: ExcelJS } = await import("exceljs");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(readFileSync(from));
    await book.xlsx.writeFile(to);
  },
};

const [program, ...files] = process.argv.slice(2);
for (let at = 0; at < files.length; at += 2) await save[program](files[at], files[at + 1]);
