#include "clj/incremental/facts.h"

#include "clj/incremental/bytes.h"

namespace clj::incremental {
namespace {

// Each field is named once, for both directions: `Archive` is a Writer or a Reader.
struct Writer {
  ByteWriter& bytes;
  void text(const std::string& s) { bytes.text(s); }
  void hash(uint64_t n) { bytes.hash(n); }
  void number(uint32_t n) { bytes.number(n); }
  void flag(bool b) { bytes.number(b ? 1 : 0); }
  void kind(Use::Kind k) { bytes.number(static_cast<uint64_t>(k)); }
  template <class T, class F>
  void list(const std::vector<T>& items, F&& visit) { bytes.list(items, visit); }
};

struct Reader {
  ByteReader& bytes;
  void text(std::string& s) { s = bytes.text(); }
  void hash(uint64_t& n) { n = bytes.hash(); }
  void number(uint32_t& n) { n = static_cast<uint32_t>(bytes.number()); }
  void flag(bool& b) { b = bytes.number() != 0; }
  void kind(Use::Kind& k) {
    uint64_t n = bytes.number();
    if (n > static_cast<uint64_t>(Use::Kind::kNames)) bytes.failed = true;
    k = static_cast<Use::Kind>(n);
  }
  template <class T, class F>
  void list(std::vector<T>& items, F&& visit) { bytes.list(items, visit); }
};

template <class Archive, class Facts>
void visit_fields(Archive archive, Facts& facts) {
  auto text = [&](auto& s) { archive.text(s); };
  archive.text(facts.path);
  archive.text(facts.ns);
  archive.text(facts.place);
  archive.hash(facts.source_hash);
  archive.flag(facts.impure);
  archive.flag(facts.calls_main);
  archive.list(facts.requires_, text);
  archive.list(facts.late, text);
  archive.list(facts.parts, [&](auto& part) {
    archive.number(part.form);
    archive.flag(part.evaluated);
    archive.flag(part.effect);
    archive.flag(part.impure);
    archive.hash(part.digest);
    archive.list(part.defines, [&](auto& definition) {
      archive.text(definition.var);
      archive.flag(definition.dynamic);
    });
    archive.list(part.vars, text);
    archive.list(part.symbols, text);
    archive.text(part.serves);
    archive.flag(part.does_nothing);
    archive.list(part.by_name, text);
    archive.text(part.needs_compiler);
    archive.text(part.any_name);
  });
  archive.list(facts.exports, [&](auto& item) {
    archive.text(item.name);
    archive.hash(item.interface);
    archive.flag(item.runs);
    archive.flag(item.is_public);
  });
  archive.list(facts.uses, [&](auto& use) {
    archive.kind(use.kind);
    archive.text(use.name);
    archive.hash(use.hash);
  });
  archive.text(facts.warnings);
}

}  // namespace

std::string encode(const UnitFacts& facts) {
  ByteWriter bytes;
  visit_fields(Writer{bytes}, facts);
  return std::move(bytes.out);
}

bool decode(std::string_view encoded, UnitFacts& facts) {
  facts = UnitFacts();
  ByteReader bytes(encoded);
  visit_fields(Reader{bytes}, facts);
  return !bytes.failed && bytes.at_end();
}

}  // namespace clj::incremental
