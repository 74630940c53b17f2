/** Small files of banks, made from the descriptions of their formats: the same three movements in each. */

/** Money in of 119.00 and 50.00, money out of 12.50: from 1,000.00 to 1,156.50. */
export const camtFile = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId></GrpHdr>
<Stmt>
<Id>S-1</Id>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-01</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1156.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-31</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">119.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt><ValDt><Dt>2026-10-06</Dt></ValDt><AcctSvcrRef>B-1</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Acme &amp; Söhne</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>INV-1001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-07</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Strd><CdtrRefInf><Ref>RF18INV1002</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-08</Dt></BookgDt><AcctSvcrRef>B-3</AcctSvcrRef></Ntry>
</Stmt>
</BkToCstmrStmt>
</Document>
`;

export const ofxFile = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR
<BANKACCTFROM><BANKID>1<ACCTID>4711<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20261001<DTEND>20261031
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261005120000[-5:EST]<TRNAMT>119.00<FITID>B-1<NAME>Acme & S\u00f6hne<MEMO>INV-1001</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261007<TRNAMT>+50,00<FITID>B-2<NAME>R&amp;D<MEMO></STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261008<TRNAMT>-12.50<FITID>B-3<MEMO>FEE</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1156.50<DTASOF>20261031</LEDGERBAL><AVAILBAL><BALAMT>9<DTASOF>20261031</AVAILBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;

export const mt940File = [
  "{1:F01BANKDEFFXXXX0000000000}{2:O9400000000000BANKDEFFXXXX00000000000000000000N}{4:",
  ":20:STARTUMS",
  ":25:12030000/0000202051",
  ":28C:00001/001",
  ":60F:C261001EUR1000,00",
  ":61:2610061005C119,00NTRFNONREF//B-1",
  ":86:166?00GUTSCHRIFT?100599?20EREF+E2E-1?21SVWZ+INV-1001?22 second line?30ABNANL2A?31NL91ABNA0417164300?32ACME?33 GMBH",
  ":61:2610071007C50,NTRFRF18INV1002",
  "a supplement",
  ":86:/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/NAME/BETA BV/REMI/USTD//INV-1002/EREF/NOTPROVIDED",
  ":61:2610081008D12,50NCHGNONREF",
  ":86:Account fee",
  ":62F:C261031EUR1156,50",
  "-}",
].join("\r\n");

export const bai2File = [
  "01,BANK,ME,261031,0600,1,80,,2/",
  "02,ME,BANK,1,261005,0600,EUR,2/",
  "03,4711,,010,100000,,,015,115650,,/",
  "16,165,11900,V,261006,,B-1,C-1,INV-1001, paid in full",
  "88,second line",
  "16,175,5000,S,5000,0,0,B-2,/",
  "88,INV-1002/",
  "16,555,1250,Z,B-3,,FEE/",
  "16,890,,,,,just a remark/",
  "49,233800,6/",
  "98,233800,1,8/",
  "99,233800,1,10/",
].join("\n");

export const csvFile = `Kontoauszug;DE02 1203 0000 0000 2020 51
Stand;31.10.2026

Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Begünstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag;Währung
05.10.2026;06.10.2026;GUTSCHRIFT;INV-1001;"Acme; Söhne";NL91ABNA0417164300;119,00;EUR
07.10.2026;07.10.2026;GUTSCHRIFT;INV-1002;Beta;;50;EUR
08.10.2026;08.10.2026;ENTGELT;Account fee;;;-12,50;EUR
;;;Summe;;;156,50;EUR
`;

export const bankFiles = { camtFile, ofxFile, mt940File, bai2File, csvFile };
