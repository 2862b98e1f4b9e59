#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace vankien {

/// A PDF of these objects, numbered from 1; the first is its catalog. `trailer` goes into the trailer dictionary.
inline std::string pdf_of_objects(const std::vector<std::string>& objects, const std::string& trailer = "") {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  for (const std::string& object : objects) {
    offsets.push_back(pdf.size());
    pdf += std::to_string(offsets.size()) + " 0 obj\n" + object + "\nendobj\n";
  }
  const std::size_t table = pdf.size();
  pdf += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    const std::string digits = std::to_string(offset);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return pdf + "trailer\n<< /Size " + std::to_string(offsets.size() + 1) + " /Root 1 0 R " + trailer +
         ">>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

/// A PDF with one string a page, each line of it shown on a line of its own in Helvetica (ASCII only).
/// `trailer` goes into the trailer dictionary.
inline std::string pdf_of(const std::vector<std::string>& pages, const std::string& trailer = "") {
  std::vector<std::string> objects;
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(4 + 2 * i) + " 0 R ";
  objects.push_back("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push_back("<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>");
  objects.push_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::string stream = "BT /F1 11 Tf 14 TL 60 780 Td ";
    for (std::size_t at = 0; at < pages[i].size();) {
      const std::size_t end = std::min(pages[i].find('\n', at), pages[i].size());
      stream += "(" + pages[i].substr(at, end - at) + ") Tj T* ";
      at = end + 1;
    }
    stream += "ET";
    objects.push_back(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        "/Contents " +
        std::to_string(5 + 2 * i) + " 0 R >>");
    objects.push_back("<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream +
                      "\nendstream");
  }
  return pdf_of_objects(objects, trailer);
}

}  // namespace vankien
