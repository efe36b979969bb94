// Builds the index that Lucene is measured with: LuceneIndex CORPUS.tsv FOLDER THREADS speed|best.
// A line of the corpus is id, day, countries, people, title, body. Prints "seconds NAME VALUE" and
// "articles N".

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

public final class LuceneIndex {
    /** Headline and body behind each other, as Dateline's one stream of words: indexed once. Two
     *  fields would need a query over both for the same meaning, and would find no article that
     *  has one word of an AND in the headline and the other in the body. */
    static final String TEXT = "text";
    static final String DATE = "date";
    static final String COUNTRY = "country";
    static final String PERSON = "person";
    static final String COUNTRY_FACETS = "country_facets";
    static final String PERSON_FACETS = "person_facets";

    private static final int GAP = 100;  // so that no phrase runs from the headline into the body
    private static final int BATCH = 64;
    private static final double RAM_BUFFER_MB = 512;

    /** The lines of the corpus, for many threads. */
    private static final class Corpus implements AutoCloseable {
        private final BufferedReader reader;
        private long lines = 0;

        Corpus(Path path) throws IOException {
            reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        }

        /** The next lines; none at the end. */
        synchronized List<String> take() throws IOException {
            List<String> batch = new ArrayList<>(BATCH);
            String line;
            while (batch.size() < BATCH && (line = reader.readLine()) != null) {
                batch.add(line);
            }
            lines += batch.size();
            return batch;
        }

        synchronized long lines() {
            return lines;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /** Lucene's English, and a gap between the headline and the body. */
    private static Analyzer analyzer() {
        Analyzer english = new EnglishAnalyzer();
        return new AnalyzerWrapper(Analyzer.GLOBAL_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return english;
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return GAP;
            }
        };
    }

    private static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        config.setMultiValued(COUNTRY, true);
        config.setMultiValued(PERSON, true);
        config.setIndexFieldName(COUNTRY, COUNTRY_FACETS);
        config.setIndexFieldName(PERSON, PERSON_FACETS);
        return config;
    }

    private static void addNames(Document document, String dimension, String names) {
        Set<String> distinct = new LinkedHashSet<>(List.of(names.split(";")));
        for (String name : distinct) {
            if (!name.isEmpty()) {
                document.add(new SortedSetDocValuesFacetField(dimension, name));
                document.add(new StringField(dimension, name, Field.Store.YES));
            }
        }
    }

    private static Document document(String line) throws IOException {
        String[] parts = line.split("\t", -1);
        if (parts.length != 6) {
            throw new IOException("a line has " + parts.length + " parts, not 6: " + parts[0]);
        }
        Document document = new Document();
        document.add(new StringField("id", parts[0], Field.Store.YES));
        if (!parts[1].isEmpty()) {
            long day = Long.parseLong(parts[1]);
            document.add(new LongPoint(DATE, day));
            document.add(new NumericDocValuesField(DATE, day));
            document.add(new StoredField(DATE, day));
        }
        addNames(document, COUNTRY, parts[2]);
        addNames(document, PERSON, parts[3]);
        document.add(new StoredField("title", parts[4]));
        document.add(new StoredField("body", parts[5]));
        document.add(new TextField(TEXT, parts[4], Field.Store.NO));
        document.add(new TextField(TEXT, parts[5], Field.Store.NO));
        return document;
    }

    private static Void addAll(Corpus corpus, IndexWriter writer, FacetsConfig facets)
            throws IOException {
        for (List<String> lines = corpus.take(); !lines.isEmpty(); lines = corpus.take()) {
            for (String line : lines) {
                writer.addDocument(facets.build(document(line)));
            }
        }
        return null;
    }

    private static void addAll(Corpus corpus, IndexWriter writer, int threads) throws Exception {
        FacetsConfig facets = facets();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            ExecutorCompletionService<Void> work = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < threads; ++i) {
                work.submit(() -> addAll(corpus, writer, facets));
            }
            for (int i = 0; i < threads; ++i) {
                work.take().get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void index(String[] arguments) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(analyzer());
        config.setRAMBufferSizeMB(RAM_BUFFER_MB);
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        config.setCodec(new Lucene87Codec(arguments[3].equals("best")
                ? Lucene87Codec.Mode.BEST_COMPRESSION : Lucene87Codec.Mode.BEST_SPEED));
        long begin = System.nanoTime();
        try (Corpus corpus = new Corpus(Paths.get(arguments[0]));
                Directory folder = new MMapDirectory(Paths.get(arguments[1]));
                IndexWriter writer = new IndexWriter(folder, config)) {
            addAll(corpus, writer, Integer.parseInt(arguments[2]));
            writer.commit();
            System.out.printf(Locale.ROOT, "seconds commit %.3f%n", secondsSince(begin));
            begin = System.nanoTime();
            writer.forceMerge(1);
            writer.commit();
            System.out.printf(Locale.ROOT, "seconds merge %.3f%n", secondsSince(begin));
            System.out.println("articles " + corpus.lines());
        }
    }

    public static void main(String[] arguments) {
        if (arguments.length != 4 || !arguments[2].matches("[1-9][0-9]?")
                || !arguments[3].matches("speed|best")) {
            System.err.println("usage: LuceneIndex CORPUS.tsv FOLDER THREADS speed|best");
            System.exit(2);
        }
        try {
            index(arguments);
        } catch (ExecutionException problem) {
            System.err.println("LuceneIndex: " + problem.getCause());
            System.exit(1);
        } catch (Exception problem) {
            System.err.println("LuceneIndex: " + problem);
            System.exit(1);
        }
    }
}
