const { marked } = require("marked");

/** A page of docs/functions as the help page that Excel opens: the same text, links among the pages kept. */
function helpPage(markdown) {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "Ratebook";
  const body = marked
    .parse(markdown)
    .replace(/href="(?:README|([A-Z_]+))\.md/g, (_link, page) =>
      page ? `href="${page}.html` : 'href="index.html',
    );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>${title} – Ratebook</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}

module.exports = { helpPage };
