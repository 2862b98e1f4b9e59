// The look of an office paper as flat ODT styles: A4, Times, 14 points, margins for binding.
//
// A .docx only names its font: "Times New Roman", as offices do. A .pdf carries it, so it must be one
// that is free and has every Vietnamese letter: Tinos, of the same widths. Liberation Serif lacks
// ạ … ỹ; a second font filling the gaps makes readers of the file see "m ạ nh d ạ n".
const FONT_OF = { docx: 'Times New Roman', doc: 'Times New Roman', rtf: 'Times New Roman', odt: 'Times New Roman', pdf: 'Tinos' };

const paragraph = (name, paragraphProperties, textProperties = '') => `
<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties ${paragraphProperties}/><style:text-properties ${textProperties}/></style:style>`;

const BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold"';
const TIGHT = 'fo:margin-top="0cm" fo:margin-bottom="0cm" fo:text-indent="0cm"';
const CENTRE = `fo:text-align="center" ${TIGHT}`;

export const styles = (format) => `
<office:font-face-decls><style:font-face style:name="Times" svg:font-family="'${FONT_OF[format]}'" style:font-family-generic="roman" style:font-pitch="variable"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">
<style:text-properties style:font-name="Times" fo:font-size="14pt" fo:language="vi" fo:country="VN"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph">
<style:text-properties style:font-name="Times" fo:font-size="14pt"/></style:style>
</office:styles>
<office:automatic-styles>
${paragraph('Body', 'fo:text-align="justify" fo:text-indent="1.27cm" fo:margin-top="0.1cm" fo:margin-bottom="0.1cm" fo:line-height="115%"')}
${paragraph('Division', 'fo:text-align="justify" fo:text-indent="1.27cm" fo:margin-top="0.2cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', BOLD)}
${paragraph('Type', `${CENTRE} fo:keep-with-next="always"`, `${BOLD} fo:font-size="16pt"`)}
${paragraph('Title', CENTRE, BOLD)}
${paragraph('Heading', `${CENTRE} fo:keep-with-next="always"`, BOLD)}
${paragraph('Rule', CENTRE)}
${paragraph('Stamp', 'fo:text-align="start" fo:text-indent="0cm" fo:margin-top="0.1cm"', `${BOLD} fo:color="#c00000" fo:font-size="15pt"`)}
${paragraph('Gap', TIGHT, 'fo:font-size="8pt"')}
${paragraph('Cell', CENTRE, 'fo:font-size="13pt"')}
${paragraph('CellBold', CENTRE, `${BOLD} fo:font-size="12.5pt"`)}
${paragraph('CellDate', CENTRE, 'fo:font-style="italic" fo:font-size="13pt"')}
${paragraph('Recipients', `fo:text-align="start" ${TIGHT}`, 'fo:font-size="12pt"')}
${paragraph('PageNumber', 'fo:text-align="center"', 'fo:font-size="13pt"')}
<style:style style:name="Half" style:family="table"><style:table-properties style:width="16.5cm" table:align="margins"/></style:style>
<style:style style:name="Half.L" style:family="table-column"><style:table-column-properties style:column-width="7.2cm"/></style:style>
<style:style style:name="Half.R" style:family="table-column"><style:table-column-properties style:column-width="9.3cm"/></style:style>
<style:style style:name="NoBorder" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0.05cm"/></style:style>
<style:style style:name="Border" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.5cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.2cm"/></style:header-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:header><text:p text:style-name="PageNumber"><text:page-number>1</text:page-number></text:p></style:header>
<style:header-first><text:p text:style-name="PageNumber"/></style:header-first>
</style:master-page></office:master-styles>`;
