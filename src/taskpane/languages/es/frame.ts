import { invoiceStrings } from "../../invoice/strings";
import { openStrings } from "../../open/strings";
import { runStrings } from "../../run/strings";
import { counted } from "../../strings/counted";
import { issuedStrings } from "../../strings/issued";
import { paneStrings } from "../../strings/pane";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "factura", "facturas");

export const frame = [
  pair(paneStrings, {
    frame: {
      tabs: { bill: "Facturar", review: "Revisar", reconcile: "Conciliar", more: "Más" },
      product: "Ratebook",
      views: "Vistas",
      reports: "Informes",
      private: "Nada sale de este libro",
      noPeriod: "Aún sin período",
      loading: "Cargando…",
      notRead: "El libro aún no se ha leído.",
      back: "Atrás",
      showAll: (count) => `Mostrar los ${count}`,
      showLess: "Mostrar menos",
      showMore: (count, rest) => `Mostrar ${count} de ${rest} más`,
      dismiss: "Cerrar",
      retry: "Intentar de nuevo",
      details: "Copiar detalles",
      copied: "Copiado",
      notCopied: "El navegador no deja copiar. Seleccione el texto y cópielo.",
      goToCell: (cell) => `Seleccionar ${cell}`,
      after: {
        written: "El cambio está escrito, pero el libro no se pudo leer de nuevo.",
        undone: "La ejecución está deshecha, pero el libro no se pudo leer de nuevo.",
      },
      left: (sheets) => `Estas hojas no se pudieron restaurar: ${sheets}.`,
    },
    severity: { error: "Error", warning: "Advertencia", info: "Nota" },
    crash: {
      title: "Esta vista se ha detenido",
      text: "Su libro no se ha tocado. Restablezca la vista para seguir, o vuelva a cargar el panel.",
      reload: "Volver a cargar",
      reset: "Restablecer vista",
      background: "Algo salió mal en segundo plano. El libro no cambió por ello.",
    },
    bill: {
      steps: { sheets: "Hojas", check: "Comprobación", preview: "Vista previa", done: "Hecho" },
      progress: "Pasos de una ejecución",
      reading: "Leyendo el libro",
      checking: "Comprobando cada fila",
      previewing: "Calculando las facturas",
      writing: "Escribiendo",
      undoing: "Deshaciendo la ejecución",
      activity: {
        reading: (name) => `Leyendo ${name}`,
        writing: (name) => `Escribiendo ${name}`,
        writingInvoices: "Escribiendo las hojas de factura",
        comparing: "Comprobando que nada ha cambiado",
        readingBack: "Leyendo lo que se ha escrito",
      },
      cancel: "Cancelar",
      cancelling: "Cancelando. El libro vuelve a ser lo que era…",
      cancelled: "Cancelado. El libro es lo que era.",
      stale: (sheet) =>
        `${sheet} se modificó desde que se leyó el libro. Compruebe de nuevo antes de seguir.`,
      readAgain: "Leer de nuevo",
      insertSample: "Insertar ejemplo",
      check: "Comprobar",
      of: (period, asOf) => `${period}, a ${asOf}`,
      undoRun: "Deshacer esta ejecución",
      announce: {
        sheets: "Las hojas se han leído.",
        checked: (errors, warnings) =>
          `Comprobación terminada: ${counted(errors, "error", "errores")}, ${counted(warnings, "advertencia", "advertencias")}.`,
        previewed: (count) => `Vista previa lista: ${invoices(count)}.`,
        done: "Las facturas están escritas.",
        undone: "La ejecución está deshecha.",
      },
    },
  }),
  pair(openStrings, {
    title: "Facturar consumos desde un libro",
    text: "Abra un libro de Excel o pruebe el ejemplo. Se lee en este dispositivo y no va a ninguna parte.",
    open: "Abrir libro",
    file: "Archivo del libro",
    sample: "Abrir ejemplo",
    drop: "o suelte aquí un archivo .xlsx",
    opening: "Abriendo el libro",
    download: "Descargar libro",
    sheets: "Hojas del libro",
    rows: "Fila",
    grid: (sheet) => `Celdas de ${sheet}`,
    selected: (cell) => `Seleccionado: ${cell}`,
  }),
  pair(runStrings, {
    heldTitle: "Retenidas",
    heldWhy: "Estas facturas esperan a que se corrijan sus errores. Todas las demás se pueden escribir.",
    heldBy: (codes) => `por ${codes}`,
    notReadTitle: "No leído",
    notReadCount: (columns, columnsText, sheets, sheetsText) =>
      [
        ...(columns > 0 ? [counted(columnsText, "columna", "columnas")] : []),
        ...(sheets > 0 ? [counted(sheetsText, "hoja", "hojas")] : []),
      ].join(", ") + " que podrían importar. Lo que contienen no influye en la factura.",
    noHeader: "Columna sin encabezado",
    sheetLink: "abrir",
    looksLike: (table) => `Hoja que parece ${table}`,
    ofTable: (table) => `Columna que ${table} no lee`,
    means: (table, field) => `Columna que ${table} no lee; se parece a ${field}`,
    warningsTitle: "Antes de escribir",
    warningsWhy: "Estas advertencias dicen qué podría facturarse mal.",
    sheet: "Hoja",
    rows: "Filas",
    happens: "Cambio",
    lastWritten: "Escrito por última vez",
    wrote: (title, sheets) => `${title}: escrito en ${sheets}.`,
    undo: "Deshacer",
    undone: (title) => `${title}: deshecho.`,
    problems: "Problemas",
    problemsAll: (count) => `Los ${count} problemas`,
    line: (file, line) => `${file}, línea ${line}`,
    invoiceSheets: (count) => counted(count, "factura con formato", "facturas con formato"),
    expected: "esperado",
    found: "encontrado",
    nothing: "nada",
    yourName: "Su nombre",
    yourNameHint: "Como figura en los registros; se guarda en este navegador",
    editedSince: (sheet) =>
      `${sheet} se modificó entretanto. Mire lo que se escribiría ahora y pulse de nuevo.`,
  }),
  pair(invoiceStrings, {
    each: (quantity, unit, price) => `${quantity}${unit === "" ? "" : ` ${unit}`} × ${price}`,
    explain: "Explicar",
    net: "Neto",
    tax: "Impuesto",
    total: "Total",
    tiers: "Tramos",
    rounding: "Redondeo",
    price: "Precio",
    usage: (count) => counted(count, "fila de consumo", "filas de consumo"),
    showUsage: "Mostrar filas de consumo",
    differs: (shown) =>
      `El libro muestra ${shown}, que no es lo que dan sus datos. Alguien lo cambió, o los datos cambiaron desde que se escribió.`,
    lines: (count) => counted(count, "línea", "líneas"),
    creditNote: "Abono",
  }),
  pair(issuedStrings, {
    title: "Factura emitida modificada",
    changed: (documents) =>
      `${counted(documents, "documento no es", "documentos no son")} lo que se emitió. Un documento emitido se corrige con un abono.`,
    gone: (invoice) => `${invoice} ya no está en ninguna fila: deshaga su borrado.`,
    deleted: (invoice) =>
      `${invoice} ya no está en ninguna fila: Restaurar la escribe de nuevo como se selló.`,
    more: (count) => `y ${count} más; «Verificar libro» los muestra todos`,
    restore: "Restaurar",
    restored: "Lo que se emitió está de vuelta.",
  }),
];
