import { findDelimiter } from "./delimiter";

test.each([
  ["a comma", ",", "id,name\n1,a\n2,b\n"],
  ["a semicolon beside decimal commas", ";", "id;price;name\n1;1,50;a\n2;2,25;b\n"],
  ["a semicolon below a title", ";", "Usage, October\nid;price;name\n1;2;a\n2;3;b\n"],
  ["a tab", "\t", "id\tname, first\n1\ta, b\n"],
  ["a comma beside quoted semicolons", ",", 'id,note\n1,"a;b;c;d"\n2,"x;y\nz;w;v"\n'],
  ["a comma beside doubled quotes", ",", 'id,note\n1,"say ""a;b"" ; c"\n2,x\n'],
  ["a comma beside a quote inside a field", ",", 'id,size\n1,5" pipe;\n2,6" pipe\n'],
  ["a bar beside commas", "|", "id|name, first\n1|a, b\n2|c\n"],
  ["a comma in a header alone", ",", "id,name"],
  ["a comma where nothing divides", ",", "id\n1\n2\n"],
  ["a comma in an empty file", ",", ""],
  ["a semicolon with lines of CR LF and blank lines", ";", "\r\n\r\na;b\r\n1;2\r\n"],
])("finds %s", (_, delimiter, text) => {
  expect(findDelimiter(text)).toEqual({ delimiter, start: 0 });
});

test.each([
  ["sep=;\na,b;c\n", ";", 6],
  ["SEP=|\r\na,b|c\r\n", "|", 7],
  ["sep=\t\ra,b", "\t", 6],
  ["sep=,", ",", 5],
])("%j names it in its first line, which is no record", (text, delimiter, start) => {
  expect(findDelimiter(text)).toEqual({ delimiter, start });
});

test.each(["sep=ab\na,b\n", 'sep="\na,b\n', "sep=\na,b\n"])("%j names none", (text) => {
  expect(findDelimiter(text)).toEqual({ delimiter: ",", start: 0 });
});
