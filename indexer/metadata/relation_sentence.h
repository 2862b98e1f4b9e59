#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/schema/cited_documents.h"
#include "analyzers/schema/relation.h"

namespace vankien {

/// A document and what it is cited for.
struct Related {
  RelationKind kind;
  CitedDocument cited;
};

/// A clause of the legal basis: "Căn cứ …", "Thực hiện …"; or one that goes on from the clause before, of that
/// kind ("Căn cứ Luật A; Luật B …;"). What the cited documents are about is not read: "Căn cứ Kế hoạch số 1 thực
/// hiện Nghị quyết số 2" relates to the first alone.
std::vector<Related> read_basis_clause(std::string_view clause, std::optional<RelationKind>& kind);

/// A title: what it carries out, amends, repeals.
std::vector<Related> read_title_relations(std::string_view title);

/// What a sentence of the text says its own document replaces, repeals, amends or ends: "Quy định này thay thế …",
/// and if the document is an act, which orders (`orders`) where a plan only proposes, also "2. Bãi bỏ …". An entry of
/// a list has the kind of the sentence above the list, `listed`.
std::vector<Related> read_text_sentence(std::string_view sentence, std::optional<RelationKind> listed,
                                        bool orders);

/// The kind of the list that this sentence opens: "… bãi bỏ các văn bản sau đây:".
std::optional<RelationKind> opens_list(std::string_view sentence);

}  // namespace vankien
