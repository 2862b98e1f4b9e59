#pragma once

#include "analyzers/token.h"

namespace vankien {

// The token filters of the chain: they change or add tokens, never the offsets of those there are.

/// A final single y is written i after h k l m s t b n v x th (kỹ = kĩ, lý = lí), and quy… is qui….
/// In the index key only: the stored text is never touched. Source: both spellings are taught and met.
void fold_i_y(Tokens& tokens);

}  // namespace vankien
