import { strings as check } from "../../reports/check/strings";
import { strings as done } from "../../reports/done/strings";
import { strings as mapping } from "../../reports/mapping/strings";
import { strings as preview } from "../../reports/preview/strings";
import { strings as sheets } from "../../reports/sheets/strings";
import { counted } from "../../strings/counted";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "factura", "facturas");
const rows = (count: string) => counted(count, "fila", "filas");

export const bill = [
  pair(sheets, {
    title: "Hojas",
    emptyTitle: "Facturar un mes de consumo en este libro",
    empty:
      "Ratebook lee contratos, precios y consumos de sus hojas, y escribe facturas, una conciliación y una lista de todo lo que está mal, cada cosa con su celda.",
    emptyHint: "Pruébelo con una pequeña empresa inventada. Sus hojas se pueden borrar en cualquier momento.",
    unknownSheets:
      "Ninguna hoja tiene un nombre que diga qué contiene. «Asignar columnas» dice dónde están los contratos, los precios y los consumos.",
    table: "Tabla",
    sheet: "Hoja",
    rows: "Filas",
    columns: "Columnas",
    columnsOf: (found, needed) => `${found} de ${needed}`,
    missing: (titles) => `Falta: ${titles}`,
    notFound: "No encontrado",
    unused: (titles) => `No está en este libro, ni hace falta: ${titles}.`,
    map: "Asignar columnas",
    period: "Período",
    periodBilled: (period) => `${period} · facturado`,
    usageRows: (count) => counted(count, "fila de consumo", "filas de consumo"),
    noPeriods: (reason = "") =>
      `Ningún consumo nombra un período${reason === "" ? "" : `: ${reason}`}. Escriba uno, como 2026-10.`,
    otherPeriod: "Otro período…",
    typedPeriod: "Otro período",
    periodForms: "Un mes, 2026-Q4, 2026 o 2026-10-05..2026-11-04",
    periodExample: "2026-10",
    badPeriod:
      "Esto no es un período. Escriba un mes como 2026-10, un trimestre como 2026-Q4, un año o dos días con .. entre ellos.",
    mapOne: "Asignar",
    iKnow: "Ya lo sé",
    asOf: "A fecha de",
    numbers: "Dar números definitivos",
    numbersHint: "Sin ellos, las facturas son borradores que la próxima ejecución sustituye.",
    sheetLimit: "Facturas con formato",
    sheetLimitHint: "Hojas para imprimir, una por factura; como mucho tantas.",
    preparedBy: "Preparado por",
    preparedByHint: "Su nombre, para el Run log.",
    lastRun: "Última ejecución",
    lastRunWas: (period, count) => `${period}, ${invoices(count)}: escrito.`,
    needs: (obstacle) => `Antes de comprobar: ${obstacle}`,
  }),
  pair(check, {
    title: "Comprobación",
    errors: (count) => counted(count, "error", "errores"),
    warnings: (count) => counted(count, "advertencia", "advertencias"),
    held: (count) => counted(count, "factura retenida", "facturas retenidas"),
    clean: "Nada está mal. Cada fila queda justificada.",
    issues: "Problemas",
    show: "Mostrar",
    showAllIssues: "Todos los problemas",
    showOnly: { error: "Errores", warning: "Advertencias" },
    find: "Buscar problema",
    findHint: "Celda o palabras",
    noneShown: "Ningún problema es así.",
    column: (sheet, letters) => `${sheet}, columna ${letters}`,
    atStake: (money) => `${money} en juego`,
    totals: "Totales de control",
    totalsWhy: "Qué fue de cada fila de consumo. No se omite nada.",
    rowsRead: rows,
    fate: "Destino",
    rows: "Filas",
    quantity: "Cantidad",
    preview: "Vista previa de las facturas",
  }),
  pair(preview, {
    title: "Vista previa",
    totals: "Totales",
    makeUp: (count, net, tax) => `${invoices(count)} · neto ${net} + impuesto ${tax}`,
    nothing: "En este período no hay nada que facturar.",
    changes: "Cambio respecto al período anterior",
    isFirst: "primera factura",
    firstBill: "Primera facturación: no hay facturas anteriores con las que comparar.",
    isHeld: "una de sus facturas está retenida",
    change: (before, now) => `${before} → ${now}`,
    list: "Facturas",
    writes: "Lo que se escribirá",
    unformatted: (count) =>
      `${counted(count, "factura no tendrá", "facturas no tendrán")} hoja con formato. Pida más en Hojas.`,
    actions: { new: "nueva", replaced: "sustituida", removed: "quitada", extended: "filas añadidas" },
    upToDate: "El libro ya muestra exactamente esto. No hay nada que escribir.",
    undoOf: {
      excel:
        "Excel olvida sus propios pasos cuando un complemento escribe tanto. «Deshacer esta ejecución» sigue siendo posible hasta que modifique lo escrito.",
      file: "El archivo abierto no se modifica. «Descargar libro» le da el nuevo.",
    },
    write: "Escribir facturas",
  }),
  pair(done, {
    title: "Hecho",
    written: (count, sheetCount) => `${invoices(count)} en ${counted(sheetCount, "hoja", "hojas")}: escrito`,
    actions: { created: "creada", changed: "modificada", removed: "quitada" },
    held: (count) => `${counted(count, "factura espera", "facturas esperan")} a que se corrijan errores.`,
    goTo: "Ir a las facturas",
    reconcile: "Conciliar",
    again: "Empezar de nuevo",
  }),
  pair(mapping, {
    title: "Asignar columnas",
    lead: "Qué columna de su hoja contiene qué. Su elección se guarda en el libro.",
    table: "Tabla",
    sheet: "Hoja",
    chooseSheet: "Elegir…",
    noLikelySheet: (role) => `Ninguna hoja parece ${role}. Elija la que lo contiene.`,
    notRead: "No leído",
    readAs: (shown, read) => `${shown} se lee como ${read}`,
    noSample: "Aún sin valor",
    good: (count) => `${count} legibles`,
    bad: (count) => `${count} ilegibles`,
    firstBad: "la primera",
    save: "Guardar asignación",
    isMissing: "Elija la columna para esto; la comprobación la necesita.",
  }),
];
