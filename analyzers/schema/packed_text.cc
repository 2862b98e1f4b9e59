#include "analyzers/schema/packed_text.h"

#include <fmt/format.h>
#include <zstd.h>

#include <memory>
#include <stdexcept>

namespace vankien {
namespace {

#include "analyzers/data/record_dictionary.inc"

constexpr int kLevel = 3;  // 5 gains 3 % and takes twice the time

// No frame unpacks to more: zstd's blocks of one repeated byte are 128 KB for 4 bytes.
constexpr std::size_t kMostGrowth = 32'768;

template <auto kFree>
struct Free {
  template <typename T>
  void operator()(T* made) const {
    kFree(made);
  }
};

template <typename T>
T* made(T* context) {
  if (context == nullptr) throw std::bad_alloc();
  return context;
}

std::size_t checked(std::size_t result) {
  if (ZSTD_isError(result))
    throw std::runtime_error(fmt::format("packed text is damaged: {}", ZSTD_getErrorName(result)));
  return result;
}

// A context serves one thread; dictionaries once read serve all.
ZSTD_CCtx* packer() {
  static const std::unique_ptr<ZSTD_CDict, Free<ZSTD_freeCDict>> dictionary(
      made(ZSTD_createCDict(kRecordDictionary.data(), kRecordDictionary.size(), kLevel)));
  thread_local const std::unique_ptr<ZSTD_CCtx, Free<ZSTD_freeCCtx>> context = [] {
    std::unique_ptr<ZSTD_CCtx, Free<ZSTD_freeCCtx>> fresh(made(ZSTD_createCCtx()));
    checked(ZSTD_CCtx_setParameter(fresh.get(), ZSTD_c_dictIDFlag, 0));
    checked(ZSTD_CCtx_refCDict(fresh.get(), dictionary.get()));
    return fresh;
  }();
  return context.get();
}

ZSTD_DCtx* unpacker() {
  static const std::unique_ptr<ZSTD_DDict, Free<ZSTD_freeDDict>> dictionary(
      made(ZSTD_createDDict(kRecordDictionary.data(), kRecordDictionary.size())));
  thread_local const std::unique_ptr<ZSTD_DCtx, Free<ZSTD_freeDCtx>> context = [] {
    std::unique_ptr<ZSTD_DCtx, Free<ZSTD_freeDCtx>> fresh(made(ZSTD_createDCtx()));
    checked(ZSTD_DCtx_refDDict(fresh.get(), dictionary.get()));
    return fresh;
  }();
  return context.get();
}

}  // namespace

std::string pack(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(checked(ZSTD_compress2(packer(), packed.data(), packed.size(), text.data(), text.size())));
  return packed;
}

std::string unpack(std::string_view packed) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  // A damaged length must not ask for all the memory there is. The two errors are larger than any length.
  if (size > packed.size() * kMostGrowth) throw std::runtime_error("packed text is damaged: its length");
  std::string text(size, '\0');
  const std::size_t length =
      checked(ZSTD_decompressDCtx(unpacker(), text.data(), text.size(), packed.data(), packed.size()));
  if (length != text.size()) throw std::runtime_error("packed text is damaged: it is shorter than it says");
  return text;
}

}  // namespace vankien
