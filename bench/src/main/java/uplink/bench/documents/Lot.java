package uplink.bench.documents;

import uplink.bench.meter.Cost;

/**
 * Some invoices, printed by the renderer alone and then by the product.
 *
 * @param upTo how many files there are afterwards
 * @param files of this lot
 * @param floorBytes what the renderer made of them
 * @param ourBytes what is kept of them
 * @param heldBytes the heap after a full collection, when the lot was done
 */
record Lot(int upTo, int files, Cost floor, Cost ours, long floorBytes, long ourBytes, long heldBytes) {

    double ratio() {
        return (double) ours.cpuMicros() / floor.cpuMicros();
    }
}
