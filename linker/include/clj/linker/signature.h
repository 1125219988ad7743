// Signatures of bundles and executables: Ed25519 over the whole file, in a block at its end.
//
// A key is a line of text, "cljc-public <64 hexadecimal digits>" or "cljc-secret <128>"; a file of keys
// has one per line, and lines that begin with #. A file that is signed again has the new block only.
//
// Errors   Functions return an empty text, or what is wrong.
// Design   docs/linking.md
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace clj::linker {

struct KeyPair {
  std::string secret, public_;  // lines of text
};
KeyPair make_key_pair();

// The file with a block made with the secret key, which is the first of `key_text`.
std::string sign(std::string_view file, std::string_view key_text, std::string& signed_file);
// Is the file signed with one of the public keys, and unchanged since? `signer`: which one.
std::string verify_signature(std::string_view file, std::string_view key_text, std::string& signer);

}  // namespace clj::linker
