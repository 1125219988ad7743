// Runs a fuzz target over the files given and over copies of each with one byte changed, or cut
// short: what a build without libFuzzer can do in seconds.
#include <algorithm>
#include <cstdio>

#include "clj/base/file.h"
#include "fuzz.h"

namespace {

// At most this many changed copies of each kind for one file.
constexpr size_t kChanges = 400;

void run(const std::string& contents) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(contents.data()), contents.size());
}

void run_with_changes(const std::string& contents) {
  run(contents);
  size_t step = std::max<size_t>(1, contents.size() / kChanges);
  for (size_t i = 0; i < contents.size(); i += step) {
    std::string changed = contents;
    changed[i] = static_cast<char>(changed[i] ^ (1 << i % 8));
    run(changed);
    changed[i] = static_cast<char>(i * 37);
    run(changed);
    run(contents.substr(0, i));
  }
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::string contents;
    if (!clj::read_file(argv[i], contents)) {
      std::fprintf(stderr, "%s cannot be read\n", argv[i]);
      return 1;
    }
    run_with_changes(contents);
  }
  std::printf("%d inputs\n", argc - 1);
}
