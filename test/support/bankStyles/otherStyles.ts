import { lines, type StyledFile } from "./styledFile";

const stmt = (body: string, ccy = "EUR") =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>S</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>${ccy}</Ccy></Acct>\n${body}\n</Stmt></BkToCstmrStmt></Document>`;
const booked = (amount: string, details: string, ind = "CRDT") =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${ind}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt><AcctSvcrRef>R${amount}</AcctSvcrRef>${details}</Ntry>`;
const batched = (amount: string, name: string, text: string) =>
  `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;

const xmlFiles: readonly StyledFile[] = [
  {
    name: "camt batch booking with its transactions",
    text: stmt(
      booked(
        "169.00",
        `<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${batched("119.00", "Green", "INV-1001")}${batched("50.00", "Red", "INV-1002")}</NtryDtls>`,
      ),
    ),
    payments: ["2026-10-05 119 EUR | Green | INV-1001", "2026-10-05 50 EUR | Red | INV-1002"],
  },
  {
    name: "camt batch booking that names only its number of transactions",
    text: stmt(booked("169.00", "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>")),
    payments: ["2026-10-05 169 EUR |  | "],
  },
  {
    name: "camt with neither opening nor closing balance",
    text: stmt(booked("119.00", `<NtryDtls>${batched("119.00", "Green", "INV-1001")}</NtryDtls>`)),
    payments: ["2026-10-05 119 EUR | Green | INV-1001"],
  },
  {
    name: "camt with a direct debit that came back",
    text: stmt(
      booked(
        "119.00",
        "<RvslInd>true</RvslInd><NtryDtls><TxDtls><RmtInf><Ustrd>INV-1001</Ustrd></RmtInf></TxDtls></NtryDtls>",
        "DBIT",
      ),
    ),
    payments: ["2026-10-05 -119 EUR |  | INV-1001"],
    debits: 1,
  },
  {
    name: "camt of a Swiss bank with a QR reference",
    text: stmt(
      booked(
        "119.00",
        "<NtryDtls><TxDtls><RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Prtry>QRR</Prtry></CdOrPrtry></Tp><Ref>000000000000000000000010011</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls>",
      ),
    ),
    payments: ["2026-10-05 119 EUR |  | 000000000000000000000010011"],
  },
];

const swiftFiles: readonly StyledFile[] = [
  {
    name: "MT940 of Deutsche Bank, structured, texts cut at 27 characters",
    text: lines(
      ":20:DEUTDEFF",
      ":25:50070010/1234567",
      ":28C:101/1",
      ":60F:C261001EUR1000,00",
      ":61:2610051005CR119,00N051NONREF//4711",
      ":86:166?00SEPA-CT HABEN EINZEL?109310?20EREF+E-1?21SVWZ+Rechnung vom 1.10. INV?22-1001 danke?30ABNANL2AXXX?31NL91ABNA0417164300?32GRUEN GMBH",
      ":62F:C261031EUR1119,00",
      "-",
    ),
    payments: [
      "2026-10-05 119 EUR | GRUEN GMBH | Rechnung vom 1.10. INV-1001 danke; SEPA-CT HABEN EINZEL; 4711; E-1",
    ],
  },
  {
    name: "MT940 of ABN AMRO",
    text: lines(
      "ABNANL2A",
      "940",
      "ABNANL2A",
      ":20:ABN AMRO BANK NV",
      ":25:123456789",
      ":28:27801/1",
      ":60F:C261001EUR1000,00",
      ":61:2610051005C119,N196NONREF",
      ":86:/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/GROEN",
      " BV/REMI/INV-1001/EREF/NOTPROVIDED",
      ":62F:C261031EUR1119,00",
      "-",
    ),
    payments: ["2026-10-05 119 EUR | GROEN BV | INV-1001; SEPA OVERBOEKING"],
  },
  {
    name: "MT940 with an intermediate balance and two pages",
    text: lines(
      ":20:A",
      ":25:1",
      ":28C:5/1",
      ":60F:C261001EUR1000,00",
      ":61:2610051005C100,00NTRFINV-1001",
      ":62M:C261005EUR1100,00",
      "-",
      ":20:B",
      ":25:1",
      ":28C:5/2",
      ":60M:C261005EUR1100,00",
      ":61:2610061006C50,00NTRFINV-1002",
      ":62F:C261031EUR1150,00",
      "-",
    ),
    payments: ["2026-10-05 100 EUR |  | INV-1001", "2026-10-06 50 EUR |  | INV-1002"],
  },
  {
    name: "MT940 without blanks, an amount of whole units",
    text: lines(
      ":20:A",
      ":25:1",
      ":28C:1",
      ":60F:C261001JPY100000,",
      ":61:2610051005C11900,NTRFINV-1001",
      ":62F:C261031JPY111900,",
    ),
    payments: ["2026-10-05 11900 JPY |  | INV-1001"],
  },
];

const americanFiles: readonly StyledFile[] = [
  {
    name: "BAI2 with continued text and availability",
    text: lines(
      "01,121000248,HARBOUR,261031,0600,1,,,2/",
      "02,HARBOUR,121000248,1,261005,0600,USD,2/",
      "03,4711,USD,010,100000,,/",
      "88,015,219000,,/",
      "16,142,119000,D,3,0,19000,1,50000,2,50000,BK1,CUST1,GREEN INC",
      "88,INV-1001 THANK YOU",
      "16,495,0,,,,/",
      "49,438000,5/",
      "98,438000,1,7/",
      "99,438000,1,9/",
    ),
    payments: ["2026-10-05 1190 USD |  | GREEN INC INV-1001 THANK YOU; BK1; CUST1"],
  },
  {
    name: "OFX 1 on one line without closing tags",
    text: "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\nCOMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>4711<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20261001<DTEND>20261031<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261005120000.000[-5:EST]<TRNAMT>1190.00<FITID>1<NAME>GREEN INC<MEMO>INV-1001</STMTTRN><STMTTRN><TRNTYPE>FEE<DTPOSTED>20261008<TRNAMT>-12.50<FITID>2<NAME>FEE</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>2177.50<DTASOF>20261031</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>",
    payments: ["2026-10-05 1190 USD | GREEN INC | GREEN INC; INV-1001"],
    debits: 1,
  },
  {
    name: "OFX of a Brazilian bank with a comma and no balance",
    text: lines(
      "OFXHEADER:100",
      "ENCODING:UTF-8",
      "",
      "<OFX>",
      "<BANKMSGSRSV1><STMTTRNRS><STMTRS>",
      "<CURDEF>BRL</CURDEF>",
      "<BANKACCTFROM><ACCTID>77</ACCTID></BANKACCTFROM>",
      "<BANKTRANLIST>",
      "<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20261005</DTPOSTED><TRNAMT>1190,00</TRNAMT><FITID>1</FITID><MEMO>PIX VERDE INV-1001</MEMO></STMTTRN>",
      "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>",
    ),
    payments: ["2026-10-05 1190 BRL |  | PIX VERDE INV-1001"],
  },
];

export const otherFiles: readonly StyledFile[] = [...xmlFiles, ...swiftFiles, ...americanFiles];
