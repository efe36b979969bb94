#include "tests/support/packing.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <bzlib.h>
#include <doctest/doctest.h>
#include <lzma.h>
#include <memory>
#include <zstd.h>

#define ZLIB_CONST
#include <zlib.h>

namespace dateline::tests {

std::string gzip(std::string_view bytes)
{
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8,
                         Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string zstd(std::string_view bytes, int window_log)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(),
                                                                       &ZSTD_freeCCtx};
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    if (window_log != 0) { ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, window_log); }
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    // In two pieces: with the size known, zstd would ask for a window no larger than that.
    ZSTD_outBuffer out{packed.data(), packed.size(), 0};
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    REQUIRE(ZSTD_isError(ZSTD_compressStream2(context.get(), &out, &in, ZSTD_e_continue)) == 0);
    REQUIRE(ZSTD_compressStream2(context.get(), &out, &in, ZSTD_e_end) == 0);
    packed.resize(out.pos);
    return packed;
}

std::string bzip2(std::string_view bytes)
{
    auto size =
        static_cast<unsigned>(bytes.size() + bytes.size() / 100 + 600);  // its manual's word
    std::string packed(size, '\0');
    std::string copy{bytes};
    REQUIRE(BZ2_bzBuffToBuffCompress(packed.data(), &size, copy.data(),
                                     static_cast<unsigned>(copy.size()), 1, 0, 0) == BZ_OK);
    packed.resize(size);
    return packed;
}

std::string xz(std::string_view bytes, std::uint32_t dictionary)
{
    lzma_options_lzma options{};
    REQUIRE_FALSE(lzma_lzma_preset(&options, 0));
    if (dictionary != 0) { options.dict_size = dictionary; }
    const lzma_filter filters[] = {{LZMA_FILTER_LZMA2, &options}, {LZMA_VLI_UNKNOWN, nullptr}};
    std::string packed(lzma_stream_buffer_bound(bytes.size()), '\0');
    std::size_t size = 0;
    REQUIRE(lzma_stream_buffer_encode(const_cast<lzma_filter*>(filters), LZMA_CHECK_CRC64, nullptr,
                                      reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                      bytes.size(), reinterpret_cast<std::uint8_t*>(packed.data()),
                                      &size, packed.size()) == LZMA_OK);
    packed.resize(size);
    return packed;
}

namespace {

unsigned file_type(char type)
{
    switch (type) {
        case 'd':
            return AE_IFDIR;
        case 'l':
            return AE_IFLNK;
        case 'p':
            return AE_IFIFO;
        case 'c':
            return AE_IFCHR;
        case 's':
            return AE_IFSOCK;
        default:
            return AE_IFREG;
    }
}

void write_entry(archive* out, const Packed& packed)
{
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry{archive_entry_new(),
                                                                              &archive_entry_free};
    archive_entry_set_pathname(entry.get(), packed.name.c_str());
    archive_entry_set_filetype(entry.get(), file_type(packed.type));
    archive_entry_set_perm(entry.get(), 0644);
    if (packed.type == 'h') { archive_entry_set_hardlink(entry.get(), packed.link.c_str()); }
    if (packed.type == 'l') { archive_entry_set_symlink(entry.get(), packed.link.c_str()); }
    if (packed.type == '-') {
        archive_entry_set_size(entry.get(),
                               static_cast<la_int64_t>(packed.hole + packed.bytes.size()));
    }
    if (packed.hole != 0) {
        archive_entry_sparse_add_entry(entry.get(), static_cast<la_int64_t>(packed.hole),
                                       static_cast<la_int64_t>(packed.bytes.size()));
    }
    const int written = archive_write_header(out, entry.get());
    REQUIRE_MESSAGE(written == ARCHIVE_OK, archive_error_string(out));
    // Of a file with a hole one byte, which is the hole's, makes libarchive write the map of holes;
    // what is missing it fills up with zeros.
    archive_write_data(out, packed.bytes.data(), packed.hole == 0 ? packed.bytes.size() : 1);
}

std::string write_archive(const std::vector<Packed>& entries, int (*set_format)(archive*),
                          const char* options)
{
    std::size_t room = 10'000;
    for (const Packed& packed : entries) {
        room += 2 * packed.name.size() + packed.bytes.size() + 4096;
    }
    std::string bytes(room, '\0');
    std::size_t size = 0;
    const std::unique_ptr<archive, decltype(&archive_write_free)> out{archive_write_new(),
                                                                      &archive_write_free};
    set_format(out.get());
    archive_write_set_options(out.get(), options);
    archive_write_set_bytes_per_block(out.get(), 0);
    REQUIRE(archive_write_open_memory(out.get(), bytes.data(), bytes.size(), &size) == ARCHIVE_OK);
    for (const Packed& packed : entries) { write_entry(out.get(), packed); }
    REQUIRE(archive_write_close(out.get()) == ARCHIVE_OK);
    bytes.resize(size);
    return bytes;
}

}  // namespace

std::string tar(const std::vector<Packed>& entries)
{
    const bool plain = std::all_of(entries.begin(), entries.end(), [](const Packed& packed) {
        return std::all_of(packed.name.begin(), packed.name.end(),
                           [](char letter) { return static_cast<unsigned char>(letter) < 0x80U; });
    });
    const bool sparse = std::any_of(entries.begin(), entries.end(),
                                    [](const Packed& packed) { return packed.hole != 0; });
    return write_archive(
        entries, sparse ? archive_write_set_format_pax : archive_write_set_format_pax_restricted,
        plain ? nullptr : "hdrcharset=BINARY");
}

std::string zip(const std::vector<Packed>& entries, bool deflated)
{
    return write_archive(entries, archive_write_set_format_zip,
                         deflated ? "compression=deflate" : "compression=store");
}

}  // namespace dateline::tests
