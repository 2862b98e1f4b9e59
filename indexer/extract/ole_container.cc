#include "indexer/extract/ole_container.h"

#include <gsf/gsf.h>

#include <memory>
#include <mutex>

namespace vankien {
namespace {

struct Release {
  void operator()(void* object) const { g_object_unref(object); }
};
using Input = std::unique_ptr<GsfInput, Release>;
using Folder = std::unique_ptr<GsfInfile, Release>;

}  // namespace

std::optional<std::string> ole_stream(std::string_view bytes, const char* name, const ExtractLimits& limits) {
  static std::once_flag begun;
  std::call_once(begun, [] {
    gsf_init();
    g_log_set_default_handler([](const char*, GLogLevelFlags, const char*, void*) {}, nullptr);  // no chatter
  });
  const Input input(gsf_input_memory_new(reinterpret_cast<const guint8*>(bytes.data()),
                                         static_cast<gsf_off_t>(bytes.size()), FALSE));
  const Folder folder(input ? gsf_infile_msole_new(input.get(), nullptr) : nullptr);
  if (!folder) throw ExtractError("damaged", "container of an office file: cannot be opened");
  const Input stream(gsf_infile_child_by_name(folder.get(), name));
  if (!stream) return std::nullopt;
  const gsf_off_t size = gsf_input_size(stream.get());
  if (size < 0 || static_cast<std::size_t>(size) > limits.input_bytes) {
    throw ExtractError("too_large", "stream " + std::string(name) + " of the office file");
  }
  std::string content(static_cast<std::size_t>(size), '\0');
  if (size > 0 &&
      gsf_input_read(stream.get(), content.size(), reinterpret_cast<guint8*>(content.data())) == nullptr) {
    throw ExtractError("damaged", "stream " + std::string(name) + " of the office file is cut short");
  }
  return content;
}

}  // namespace vankien
